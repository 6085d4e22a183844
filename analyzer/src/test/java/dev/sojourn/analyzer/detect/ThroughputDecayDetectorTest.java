package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"CPU, WARNING", "READY, INFO"})
  void decayForWantOfProcessors_isInfo(Component component, Severity expected) {
    Scene scene = decaying(component);

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  /** As many run at once while fewer and fewer end, since each takes longer in one component. */
  private static Scene decaying(Component component) {
    return Scene.lasting(120)
        .varyingJob(
            "order",
            second -> 200 - 7 * second / 10,
            second -> 200.0 / (200 - 7 * second / 10),
            Map.of(component, 20.0));
  }

  /** Who answers is on this machine, too, where others leave nobody a processor. */
  @ParameterizedTest
  @CsvSource({"localhost:7070, 0.99, INFO", "localhost:7070, 0.4, WARNING", "db:5432, 0.99, INFO"})
  void decayForAnswersThatOthersMakeLate_isInfo(
      String endpoint, double machineRatio, Severity expected) {
    Scene scene =
        decaying(Component.SOCKET).socket(endpoint, "order", 1000, 20).cpu(0.05, machineRatio);

    assertThat(scene.foundBy(detector)).extracting(Finding::severity).containsExactly(expected);
  }

  @Test
  void fewerThatArrive_areNoDecay() {
    assertThat(job(second -> 200 - second, second -> 1).detectBy(detector))
        .isInstanceOf(Diagnosis.Fine.class);
  }

  @ParameterizedTest
  @CsvSource({
    "LATE, 0.01, 1, 1",
    "LATE, 0, 1, 0",
    "QUEUED, 0.01, 1, 0",
    "LATE, 0.01, 1.3, 1",
    "LATE, 0, 1.3, 0"
  })
  void fewerThatTheClockStartsAfterSomeFailed_areDecay(
      Component wait, double failedShare, double slower, int findings) {
    Scene scene =
        Scene.lasting(120)
            .failingJob(
                "poll",
                second -> 200 - second,
                failedShare,
                second -> second < 60 ? 1 : slower,
                Map.of(wait, 0.1, Component.CPU, 2.0));

    assertThat(scene.foundBy(detector)).hasSize(findings);
  }

  @Test
  void tasksThatAreLost_areNoDoingOfWhoeverHasTheProcessors() {
    Scene scene =
        Scene.lasting(120)
            .failingJob(
                "poll",
                second -> 200 - second,
                0.01,
                second -> second < 60 ? 1 : 1.3,
                Map.of(Component.LATE, 0.1, Component.READY, 2.0));

    assertThat(scene.foundBy(detector))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  /** Eight loops at first, of which four fail and none starts again; or of which none was lost. */
  @ParameterizedTest
  @CsvSource({"4, 1", "0, 0", "1, 0", "12, 0"})
  void asManyFewerAtOnceAsFailed_areDecay(int failures, int findings) {
    IntUnaryOperator runs = second -> 100 * (8 - Math.min(4, Math.max(0, (second - 35) / 12)));
    Scene scene =
        Scene.lasting(120)
            .varyingJob("trip", runs, second -> 1, Map.of(Component.CPU, 10.0))
            .failingJob(
                "trip",
                second -> second >= 44 && second < 44 + 4 * failures && second % 4 == 0 ? 1 : 0,
                1,
                second -> 1,
                Map.of(Component.CPU, 10.0));

    assertThat(scene.foundBy(detector)).hasSize(findings);
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
