package dev.sojourn.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Jvm;
import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Cause;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import dev.sojourn.analyzer.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordedRunTest {
  private static final int RUNS = 5;

  @Test
  void quantiles_goAsFarAsTheRunCarriesThem() {
    long[] thousand = LongStream.rangeClosed(1, 1000).map(i -> i * 1_000_000).toArray();
    Run run = RecordedRuns.of("r", Component.CPU, thousand).run();
    assertThat(names(run)).contains("sojourn.p50", "sojourn.p90", "sojourn.p99");
    assertThat(names(run)).doesNotContain("sojourn.p99.9", "sojourn.mean", "waiting.p50");
    assertThat(value(run, "sojourn.p90")).isBetween(0.89e9, 0.91e9);
    assertThat(value(run, "throughput")).isEqualTo(10);
    assertThat(value(run, "allocation")).isEqualTo(1000);
  }

  @Test
  void fewRunsOfAJob_haveAMeanOnly() {
    Run run = RecordedRuns.of("r", Component.CPU, 1_000_000, 3_000_000).run();
    assertThat(names(run)).contains("sojourn.mean").doesNotContain("sojourn.p50");
    assertThat(value(run, "sojourn.mean")).isBetween(1.9e6, 2.1e6);
  }

  /** A fifth more for the slowest hundredth: found in four comparisons of five, and only there. */
  @Test
  void slowerTail_isFoundAtItsQuantiles() {
    int found = 0;
    int elsewhere = 0;
    int comparisons = 20;
    for (int seed = 0; seed < comparisons; seed++) {
      Random random = new Random(seed);
      List<RecordedRun> baseline = runs(random, time -> time);
      List<RecordedRun> candidate =
          runs(random, time -> time > 29_000_000 ? time + time / 5 : time);
      Set<String> regressed = regressed(compare(baseline, candidate));
      found += regressed.contains("sojourn.p99") ? 1 : 0;
      elsewhere += regressed.contains("sojourn.p50") || regressed.contains("sojourn.p90") ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(comparisons * 4 / 5);
    assertThat(elsewhere).isLessThanOrEqualTo(1);
  }

  @Test
  void componentThatMoved_isTheCause() {
    List<RecordedRun> baseline = new ArrayList<>();
    List<RecordedRun> candidate = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      baseline.add(RecordedRuns.of("a" + i, Component.CPU, constant(10_000_000 + i * 10_000)));
      candidate.add(RecordedRuns.of("b" + i, Component.SOCKET, constant(15_000_000 + i * 10_000)));
    }
    Verdict verdict =
        compare(baseline, candidate).answered(Answer.REGRESSED).stream()
            .filter(v -> v.metric().name().equals("sojourn.p50"))
            .findFirst()
            .orElseThrow();
    assertThat(verdict.causes())
        .singleElement()
        .satisfies(
            cause -> {
              assertThat(cause.kind()).isEqualTo(Cause.Kind.COMPONENT);
              assertThat(cause.name()).isEqualTo("socket");
              assertThat(cause.share()).isOne();
            });
  }

  @Test
  void otherJdk_isNotComparable_unlessWaived() {
    Jvm other = RecordedRuns.jvm("b", "25.0.3+9", "-Xmx512m");
    List<RecordedRun> one = List.of(RecordedRuns.of("a", Component.CPU, constant(1_000_000)));
    List<RecordedRun> two =
        List.of(RecordedRuns.of("b", other, Set.of(), Component.CPU, constant(1_000_000)));
    assertThat(Conditions.faults(one, two, Set.of()))
        .containsExactly("jdk differs: 17.0.15+6 against 25.0.3+9");
    assertThat(Conditions.faults(one, two, Set.of(Condition.JDK))).isEmpty();
  }

  @Test
  void otherHeapAndLoad_areNotComparable() {
    Jvm other = RecordedRuns.jvm("b", "17.0.15+6", "-Xmx2g");
    List<RecordedRun> one = List.of(RecordedRuns.of("a", Component.CPU, constant(1_000_000)));
    List<RecordedRun> two =
        List.of(RecordedRuns.of("b", other, Set.of(), Component.CPU, new long[20]));
    assertThat(Conditions.faults(one, two, Set.of()))
        .containsExactly(
            "heap differs: -Xmx512m against -Xmx2g",
            "load differs: 1.0 runs offered per second against 0.2");
  }

  @Test
  void fewerRunsThatTakeLonger_areTheSameLoad() {
    List<RecordedRun> fast = List.of(RecordedRuns.of("a", Component.CPU, times(100, 10_000_000)));
    List<RecordedRun> slow = List.of(RecordedRuns.of("b", Component.CPU, times(50, 20_000_000)));
    List<RecordedRun> fewer = List.of(RecordedRuns.of("c", Component.CPU, times(50, 10_000_000)));
    assertThat(Conditions.faults(fast, slow, Set.of())).isEmpty();
    assertThat(Conditions.faults(slow, fast, Set.of())).isEmpty();
    assertThat(Conditions.faults(fast, fewer, Set.of()))
        .singleElement()
        .asString()
        .contains("load");
  }

  @Test
  void jobsOnOneSideOnly_areNotComparable() {
    List<RecordedRun> jobs = List.of(RecordedRuns.of("a", Component.CPU, constant(1_000_000)));
    List<RecordedRun> none = List.of(RecordedRuns.of("b", Component.CPU));
    assertThat(Conditions.faults(jobs, none, Set.of()))
        .containsExactly(
            "load differs: the candidate has no jobs; was it recorded without the agent?");
  }

  @Test
  void alignment_takesMeans_whereOneRunIsTooShortForAMedian() {
    RecordedRun longer = RecordedRuns.of("a", Component.CPU, times(21, 1_000_000));
    RecordedRun shorter = RecordedRuns.of("b", Component.CPU, times(19, 1_000_000));
    assertThat(aligned(longer, shorter))
        .allSatisfy(
            run -> assertThat(names(run)).contains("sojourn.mean").doesNotContain("sojourn.p50"));
  }

  @Test
  void alignment_leavesOutQuantiles_thatOneSideIsTooShortFor() {
    RecordedRun longer = RecordedRuns.of("a", Component.CPU, times(1001, 1_000_000));
    RecordedRun shorter = RecordedRuns.of("b", Component.CPU, times(999, 1_000_000));
    assertThat(names(aligned(longer, shorter).get(0)))
        .contains("sojourn.p90")
        .doesNotContain("sojourn.p99", "sojourn.mean");
  }

  @Test
  void incompleteRecording_isNotComparable() {
    Jvm jvm = RecordedRuns.jvm("b", "17.0.15+6", "-Xmx512m");
    Damage damage = new Damage("b.jfr", 0, 4711, 100, -1, "unfinished chunk");
    List<RecordedRun> one = List.of(RecordedRuns.of("a", Component.CPU, constant(1_000_000)));
    List<RecordedRun> two =
        List.of(RecordedRuns.of("b", jvm, Set.of(damage), Component.CPU, constant(1_000_000)));
    assertThat(Conditions.faults(one, two, Set.of()))
        .containsExactly("b is incomplete: unfinished chunk at byte 4711");
  }

  @Test
  void alignment_countsAnUncontendedLockAsZero_andLeavesOutWhatIsNothing() {
    Metric lock = new Metric("com.acme.Stock#lock", "lock.blocked", "ns", lower());
    Metric tiny = new Metric("com.acme.Cache#lock", "lock.blocked", "ns", lower());
    Metric failures = new Metric("job", "failures", "share", lower());
    Map<Metric, Double> scales = Map.of(lock, 1e6, tiny, 1e6);
    Run one =
        new Run(
            "one",
            new TreeMap<>(Map.of(lock, 5e5, tiny, 10.0, failures, 0.0)),
            new TreeMap<>(scales));
    Run two = Run.of("two", Map.of(failures, 0.0));
    List<Run> both = List.of(one, two);
    assertThat(Alignment.aligned(both, List.of(), List.of()))
        .extracting(Run::values)
        .containsExactly(new TreeMap<>(Map.of(lock, 5e5)), new TreeMap<>(Map.of(lock, 0.0)));
  }

  private static Better lower() {
    return Better.LOWER;
  }

  private static List<RecordedRun> runs(Random random, LongUnaryOperator slowdown) {
    return IntStream.range(0, RUNS)
        .mapToObj(i -> RecordedRuns.random(random, 20_000, slowdown))
        .toList();
  }

  private static Comparison compare(List<RecordedRun> baseline, List<RecordedRun> candidate) {
    Comparison comparison =
        new Comparer(Gate.NONE, Map.of())
            .compare(
                baseline.stream().map(RecordedRun::run).toList(),
                candidate.stream().map(RecordedRun::run).toList());
    return new Explainer(baseline, candidate).explained(comparison);
  }

  private static Set<String> regressed(Comparison comparison) {
    return Set.copyOf(
        comparison.answered(Answer.REGRESSED).stream().map(v -> v.metric().name()).toList());
  }

  /** Its service time is a ten-thousandth of all. */
  @Test
  void alignment_keepsAShortJob_thatWaitsForOthers() {
    String victim = "com.acme.Ping";
    RecordedRun before = RecordedRuns.withVictim("a", victim, 0, constant(10_000_000));
    RecordedRun after = RecordedRuns.withVictim("b", victim, 5_000_000, constant(10_000_000));
    assertThat(aligned(before, after))
        .allSatisfy(
            run ->
                assertThat(run.values().keySet())
                    .anyMatch(metric -> metric.subject().equals(victim)));
    assertThat(aligned(before, before))
        .allSatisfy(
            run ->
                assertThat(run.values().keySet())
                    .noneMatch(metric -> metric.subject().equals(victim)));
  }

  /** Both sides of a comparison of these two. */
  private static List<Run> aligned(RecordedRun one, RecordedRun other) {
    List<RecordedRun> recorded = List.of(one, other);
    List<Run> aligned =
        new ArrayList<>(Alignment.aligned(List.of(one.run()), List.of(other.run()), recorded));
    aligned.addAll(Alignment.aligned(List.of(other.run()), List.of(one.run()), recorded));
    return aligned;
  }

  private static long[] constant(long nanos) {
    return times(100, nanos);
  }

  private static long[] times(int count, long nanos) {
    long[] times = new long[count];
    Arrays.fill(times, nanos);
    return times;
  }

  private static List<String> names(Run run) {
    return run.values().keySet().stream().map(Metric::name).toList();
  }

  private static double value(Run run, String name) {
    return run.values().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
