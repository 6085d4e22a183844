package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.GarbageCollections;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class GcPressureDetectorTest {
  private final Detector detector = new GcPressureDetector();

  @Test
  void jobsTooShortToLoseMuchThemselves_areStoppedAsAllAre() {
    Scene scene =
        Scene.lasting(60)
            .job("cut", 50, Map.of(Component.CPU, 0.01))
            .plus(SummaryParts.of(pauses(60, 200)));

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.jobs()).containsExactly("cut");
  }

  @Test
  void pausesNowAndThen_areSilent() {
    Scene scene =
        Scene.lasting(60)
            .job("cut", 50, Map.of(Component.CPU, 0.01))
            .plus(SummaryParts.of(pauses(60, 10)));

    assertThat(detector.detect(scene.workload())).isInstanceOf(Diagnosis.Fine.class);
  }

  private static GarbageCollections pauses(int seconds, int millis) {
    TreeMap<Long, TimeTotal> bins = new TreeMap<>();
    for (int second = 0; second < seconds; second++) {
      bins.put(Scene.BEGIN_SECOND + second, TimeTotal.of(millis * 1_000_000L));
    }
    return new GarbageCollections(
        Map.of(),
        Map.of(),
        Distribution.of(millis * 1_000_000L, seconds),
        Series.ofSeconds(bins),
        Map.of("G1New, G1Old", 1L));
  }
}
