package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MannKendallTest {
  private static final double[] CORRELATED = {
    0.0, 0.4, 1.2, 1.36, -0.14, 0.89, 1.26, 0.58, 1.16, 1.43, 1.57, 1.44, 1.86, 0.92, 0.75, 0.31,
    1.05, 1.09, 0.8, 0.09, 0.05, 0.3, 0.22, 1.74, 2.68, -0.28, -1.81, -1.31, -1.15, -0.38
  };

  @Test
  void concordance_isThatOfTheCloudSeedingExample() {
    MannKendall test = MannKendall.test(new double[] {1.26, 1.27, 1.12, 1.16, 1.03});

    assertThat(test.concordance()).isEqualTo(-6);
    assertThat(test.variance()).isCloseTo(50 / 3.0, within(1e-9));
  }

  /** Expected values: an independent implementation of Hamed and Rao (1998), in SciPy. */
  @Test
  void variance_isInflatedByAutocorrelation() {
    MannKendall test = MannKendall.test(CORRELATED);

    assertThat(test.concordance()).isEqualTo(-113);
    assertThat(test.variance()).isCloseTo(6026.42, within(0.01));
    assertThat(test.pValue()).isCloseTo(0.149094, within(1e-4));
  }

  @Test
  void ties_shrinkTheVariance() {
    MannKendall tied = MannKendall.test(new double[] {1, 1, 1, 2, 2, 2});

    assertThat(tied.variance()).isCloseTo((6 * 5 * 17 - 2 * 3 * 2 * 11) / 18.0, within(1e-9));
  }

  @Test
  void constantValues_haveNoTrend() {
    assertThat(MannKendall.test(new double[] {3, 3, 3, 3, 3}).significant(0.05)).isFalse();
  }

  @Test
  void tooFewValues_areRefused() {
    assertThatThrownBy(() -> MannKendall.test(new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
