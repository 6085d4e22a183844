package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Amount;
import dev.sojourn.analyzer.summary.OldObjectKey;
import dev.sojourn.analyzer.summary.OldObjectStatistics;
import dev.sojourn.analyzer.summary.OldObjects;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HeapLeakDetectorTest {
  private final Detector detector = new HeapLeakDetector(Kind.HEAP_LEAK);

  @Test
  void steadyGrowth_namesWhatPilesUpAndWho() {
    Scene scene =
        Scene.lasting(120)
            .live(second -> 100 + 0.5 * second + second % 5)
            .plus(SummaryParts.of(survivors("com.acme.Cache.put", 33)));

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isGreaterThanOrEqualTo(Severity.WARNING);
    assertThat(finding.culprit().method()).isEqualTo("com.acme.Cache.put");
    assertThat(finding.culprit().className()).isEqualTo("com.acme.Entry");
    assertThat(finding.jobs()).containsExactly("order");
    assertThat(finding.evidence().get(0).value()).isBetween(0.45 * 0x1p20, 0.55 * 0x1p20);
  }

  @Test
  void cacheThatFillsUp_isSilent() {
    Scene scene = Scene.lasting(120).live(second -> 160 - 80 * Math.exp(-second / 25.0));

    assertThat(detector.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void sawtooth_isSilent() {
    Scene scene = Scene.lasting(120).live(second -> 100 + 3 * (second % 17));

    assertThat(detector.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void fewCollections_cannotTell() {
    assertThat(detector.detect(Scene.lasting(4).live(second -> 10).workload()))
        .isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static OldObjects survivors(String method, int line) {
    OldObjectKey key =
        new OldObjectKey(
            "com.acme.Entry",
            Actor.job("order"),
            new Site(method, line, List.of(method)),
            "static com.acme.Cache.entries");
    Map<Long, Amount> allocated = new TreeMap<>();
    IntStream.range(0, 120)
        .forEach(second -> allocated.put(Scene.BEGIN_SECOND + second, new Amount(1, 64)));
    Series<Amount> newest = Series.ofSeconds(Map.of(Scene.BEGIN_SECOND + 119, new Amount(120, 1)));
    return new OldObjects(
        Map.of(key, new OldObjectStatistics(newest, Series.ofSeconds(allocated))));
  }
}
