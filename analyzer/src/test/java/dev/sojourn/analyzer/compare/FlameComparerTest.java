package dev.sojourn.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Coverage;
import dev.sojourn.analyzer.summary.SampleKey;
import dev.sojourn.analyzer.summary.Samples;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.Source;
import dev.sojourn.analyzer.summary.Span;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.verdict.FlameDiff;
import dev.sojourn.analyzer.verdict.FlameDiff.Measure;
import dev.sojourn.analyzer.verdict.FrameCost;
import dev.sojourn.analyzer.verdict.MethodChange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FlameComparerTest {
  private static final long SECONDS = 10;
  private static final Actor JOB = Actor.job("Orders");

  @Test
  void costs_areEachSecond_onBothSides() {
    FlameDiff flame = flame(runs(200, 0, 100), runs(600, 0, 100));

    assertThat(flame.measure()).isEqualTo(Measure.CPU_SAMPLES);
    assertThat(flame.root().baseline()).isEqualTo(30, within(1.0));
    assertThat(flame.root().candidate()).isEqualTo(70, within(1.0));
    FrameCost run = flame.root().callees().get(0).callees().get(0);
    assertThat(run.frame()).isEqualTo("Orders.run");
    assertThat(run.callees())
        .extracting(FrameCost::frame)
        .containsExactly("Parse.old", "Sign.sign");
  }

  @Test
  void methodThatCostsMore_isNamed() {
    assertThat(flame(runs(200, 0, 100), runs(600, 0, 100)).methods())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.method()).isEqualTo("Parse.old");
              assertThat(change.change()).isEqualTo(40, within(1.0));
              assertThat(change.movedFrom()).isEmpty();
            });
  }

  @Test
  void costThatOnlyMoved_isRecognised_andSeenOnBothPlaces() {
    FlameDiff flame = flame(runs(400, 0, 100), runs(0, 410, 100));

    assertThat(flame.methods())
        .filteredOn(change -> change.change() > 0)
        .extracting(MethodChange::method, MethodChange::movedFrom)
        .containsExactly(tuple("Parse.fresh", "Parse.old"));
    assertThat(flame.root().extent()).isGreaterThan(85);
  }

  @Test
  void chance_isNamedNowhere() {
    assertThat(flame(runs(100, 0, 50), runs(104, 0, 47)).methods()).isEmpty();
    assertThat(flame(runs(200, 0, 0).subList(0, 1), runs(900, 0, 0).subList(0, 1)).methods())
        .isEmpty();
  }

  @Test
  void nothingRecorded_isNoFlame() {
    assertThat(new FlameComparer(List.of(), List.of()).flames()).isEmpty();
    assertThat(new FlameComparer(runs(0, 0, 0), runs(0, 0, 0)).flames()).isEmpty();
  }

  private static FlameDiff flame(List<Summary> baseline, List<Summary> candidate) {
    return new FlameComparer(baseline, candidate).flames().get(0);
  }

  /** Four runs that differ by a few samples. */
  private static List<Summary> runs(long old, long fresh, long sign) {
    return List.of(
        run("a", old, fresh, sign),
        run("b", old + old / 50, fresh, sign - sign / 50),
        run("c", old - old / 50, fresh, sign + sign / 50),
        run("d", old, fresh, sign));
  }

  private static Summary run(String name, long old, long fresh, long sign) {
    Map<SampleKey, Long> samples = new TreeMap<>();
    samples.put(key("Parse.old"), old);
    samples.put(key("Parse.fresh"), fresh);
    samples.put(key("Sign.sign"), sign);
    samples.values().removeIf(count -> count == 0);
    Set<Damage> none = Set.of();
    Span span = new Span(0, SECONDS * 1_000_000_000L);
    Source source = new Source(Map.of(name, span), Set.of(), none, 0);
    return Summary.of(new Coverage(Map.of(name, source)), new Samples(samples, Map.of()));
  }

  private static SampleKey key(String method) {
    Site site = new Site(method, 1, List.of("java.util.Arrays.sort", method, "Orders.run"));
    return new SampleKey(JOB, site, false);
  }
}
