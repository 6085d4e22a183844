package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

final class ThroughputDecayDetectorTest {
  private final Detector detector = new ThroughputDecayDetector();

  @Test
  void asManyAtOnceWhileFewerEnd_isDecay() {
    Scene scene = job(second -> 200 - second, second -> 200.0 / (200 - second));

    Finding finding = scene.foundBy(detector).get(0);

    assertThat(finding.jobs()).containsExactly("order");
    assertThat(finding.impact().metric()).isEqualTo(Metric.THROUGHPUT_PER_SECOND);
    assertThat(finding.impact().to()).isLessThan(0.7 * finding.impact().from());
  }

  @Test
  void fewerThatArrive_areNoDecay() {
    assertThat(job(second -> 200 - second, second -> 1).detectBy(detector))
        .isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void steadyThroughput_isSilent() {
    assertThat(job(second -> 100 + second % 5, second -> 1).detectBy(detector))
        .isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void recordingWithoutJobs_cannotTell() {
    assertThat(Scene.lasting(60).detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  private static Scene job(IntUnaryOperator runs, IntToDoubleFunction factor) {
    return Scene.lasting(120).varyingJob("order", runs, factor, Map.of(Component.CPU, 20.0));
  }
}
