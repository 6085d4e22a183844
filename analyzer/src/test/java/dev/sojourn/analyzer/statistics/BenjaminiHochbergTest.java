package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  /** Section 3.2 of the paper: fifteen hypotheses of a trial of thrombolysis, four rejected. */
  private static final double[] TRIAL = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0
  };

  @Test
  void threshold_agreesWithThePaper() {
    double threshold = BenjaminiHochberg.threshold(TRIAL, 0.05);
    assertThat(threshold).isCloseTo(0.05 * 4 / 15, within(1e-15));
    assertThat(Arrays.stream(TRIAL).filter(p -> p <= threshold)).hasSize(4);
  }

  @Test
  void threshold_whereNothingIsRejected_isThatOfASingleEffect() {
    assertThat(BenjaminiHochberg.threshold(new double[] {0.5, 0.9}, 0.05)).isEqualTo(0.025);
  }

  @Test
  void threshold_doesNotHangOnTheOrder() {
    double[] reversed = new double[TRIAL.length];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = TRIAL[TRIAL.length - 1 - i];
    }
    assertThat(BenjaminiHochberg.threshold(reversed, 0.05))
        .isEqualTo(BenjaminiHochberg.threshold(TRIAL, 0.05));
  }
}
