package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.summary.Component;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Throughputs follow the Universal Scalability Law with its peak at a concurrency of 20. */
final class CapacityLimitDetectorTest {
  private static final double LAMBDA_PER_SECOND = 100;
  private static final double SIGMA = 0.02;
  private static final double KAPPA = (1 - SIGMA) / 400;

  private final Detector detector = new CapacityLimitDetector();

  @Test
  void concurrencyDrivenBeyondThePeak_namesThePeakWithItsInterval() {
    Finding finding = driven(60).foundBy(detector).get(0);

    assertThat(finding.jobs()).containsExactly("order");
    assertThat(evidence(finding, "concurrency of most throughput")).isBetween(18.0, 22.0);
    assertThat(evidence(finding, "at least")).isLessThanOrEqualTo(20);
    assertThat(evidence(finding, "at most")).isGreaterThanOrEqualTo(20);
    assertThat(finding.culprit().executor()).isEqualTo("workers");
  }

  @Test
  void whatGrowsBeyondThePeak_isWhatBinds() {
    Finding finding = driven(60).foundBy(detector).get(0);

    assertThat(evidence(finding, "blocked per run beyond it"))
        .isGreaterThan(2 * evidence(finding, "blocked per run at half the peak"));
  }

  @Test
  void concurrencyBelowThePeak_isFine() {
    assertThat(driven(16).detectBy(detector)).isInstanceOf(Diagnosis.Fine.class);
  }

  @Test
  void lossBeyondThePeakOfLessThanATenth_isNoise() {
    assertThat(driven(28).foundBy(detector)).isEmpty();
  }

  @Test
  void concurrencyThatStaysTheSame_cannotTell() {
    Scene scene = Scene.lasting(120).job("order", 50, Map.of(Component.CPU, 100.0));

    assertThat(scene.detectBy(detector)).isInstanceOf(Diagnosis.CannotTell.class);
  }

  /** Concurrency that rises evenly to the most. */
  private static Scene driven(int most) {
    return Scene.lasting(120)
        .varyingJob(
            "order",
            second -> (int) throughput(concurrency(second, most)),
            second ->
                1000 * concurrency(second, most) / (int) throughput(concurrency(second, most)),
            Map.of(Component.BLOCKED, 1.0))
        .executor("workers", most, most, second -> 0, second -> 100.0 * second);
  }

  private static double concurrency(int second, int most) {
    return 1 + (most - 1) * second / 119.0;
  }

  private static double throughput(double n) {
    return LAMBDA_PER_SECOND * n / (1 + SIGMA * (n - 1) + KAPPA * n * (n - 1));
  }

  private static double evidence(Finding finding, String label) {
    return finding.evidence().stream()
        .filter(evidence -> evidence.label().equals(label))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
