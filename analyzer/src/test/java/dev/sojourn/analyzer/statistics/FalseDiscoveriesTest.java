package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {
  /**
   * Benjamini and Hochberg 1995, section 3.2: fifteen hypotheses of a trial of thrombolysis. One
   * stage rejects four of them.
   */
  private static final double[] TRIAL = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0
  };

  /** By hand: four pass .05 / 1.05, so that eleven are left to spend it on, of which eight pass. */
  @Test
  void secondStage_rejectsWhatTheFirstLeavesRoomFor() {
    double threshold = FalseDiscoveries.threshold(TRIAL, 0.05);
    assertThat(threshold).isCloseTo(0.05 / 1.05 * 15 / 11 * 8 / 15, within(1e-15));
    assertThat(Arrays.stream(TRIAL).filter(p -> p <= threshold)).hasSize(8);
  }

  @Test
  void threshold_whereNothingIsRejected_isThatOfASingleEffect() {
    assertThat(FalseDiscoveries.threshold(new double[] {0.5, 0.9}, 0.05))
        .isCloseTo(0.05 / 1.05 / 2, within(1e-15));
  }

  @Test
  void threshold_whereAllIsRejected_isTheRateOfTheStage() {
    assertThat(FalseDiscoveries.threshold(new double[] {0.001, 0.002}, 0.05))
        .isCloseTo(0.05 / 1.05, within(1e-15));
  }

  @Test
  void threshold_doesNotHangOnTheOrder() {
    double[] reversed = new double[TRIAL.length];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = TRIAL[TRIAL.length - 1 - i];
    }
    assertThat(FalseDiscoveries.threshold(reversed, 0.05))
        .isEqualTo(FalseDiscoveries.threshold(TRIAL, 0.05));
  }
}
