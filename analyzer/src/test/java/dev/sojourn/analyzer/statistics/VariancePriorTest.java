package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariancePriorTest {
  /** Values of the formulas of Smyth 2004, section 6.2, computed with SciPy's polygamma. */
  @Test
  void fit_agreesWithSmythsFormulas() {
    double[] variances = {0.5, 1.2, 0.1, 3.3, 0.8, 9, 0.02, 1.1};
    VariancePrior prior = VariancePrior.fit(variances, four(variances.length), CommonNoise.NONE);
    assertThat(prior.degreesOfFreedom()).isCloseTo(1.3344299286433143, within(1e-9));
    assertThat(prior.variance()).isCloseTo(0.34153170285457346, within(1e-9));
  }

  @Test
  void fit_ofNearlyEqualVariances_isOneVarianceForAll() {
    double[] variances = {1, 1.1, 0.9, 1.05, 0.95};
    VariancePrior prior = VariancePrior.fit(variances, four(variances.length), CommonNoise.NONE);
    assertThat(prior.degreesOfFreedom()).isInfinite();
    assertThat(prior.variance()).isCloseTo(1.3071538659660145, within(1e-9));
    assertThat(prior.moderate(0.9, 4)).isEqualTo(prior.variance());
  }

  @Test
  void fit_ofTwoVariances_knowsNothing() {
    assertThat(VariancePrior.fit(new double[] {1, 2}, four(2), CommonNoise.NONE).degreesOfFreedom())
        .isZero();
  }

  @Test
  void fit_leavesOutWhatHasNoDegreesOfFreedom() {
    double[] variances = {0.5, 1.2, 0.1, 3.3, 0.8, 9, 0.02, 1.1, 0};
    double[] degrees = four(variances.length);
    degrees[8] = 0;
    assertThat(VariancePrior.fit(variances, degrees, CommonNoise.NONE))
        .isEqualTo(VariancePrior.fit(Arrays.copyOf(variances, 8), four(8), CommonNoise.NONE));
  }

  /** Nearly equal variances of metrics that move together tell nothing of how variances vary. */
  @Test
  void fit_ofCommonNoise_takesLessForChance() {
    double[] variances = {1, 1.6, 0.6, 2, 0.5};
    CommonNoise same = new CommonNoise(1);
    assertThat(VariancePrior.fit(variances, four(5), CommonNoise.NONE).degreesOfFreedom())
        .isInfinite();
    assertThat(VariancePrior.fit(variances, four(5), same).degreesOfFreedom()).isFinite();
  }

  @Test
  void moderate_isTheMeanWeightedByDegreesOfFreedom() {
    assertThat(new VariancePrior(2, 10).moderate(1, 4)).isEqualTo((2 * 10 + 4 * 1) / 6.0);
  }

  /** Against SciPy: the root of polygamma(1, y) = x. */
  @ParameterizedTest
  @CsvSource({
    "0.01, 100.4991666819432",
    "0.5, 2.459952948352307",
    "1, 1.426255120215079",
    "3, 0.6754781053812701",
    "20, 0.23077632915242632"
  })
  void trigammaInverse_undoesTrigamma(double x, double y) {
    assertThat(VariancePrior.trigammaInverse(x)).isCloseTo(y, within(1e-7 * y));
  }

  private static double[] four(int count) {
    double[] degrees = new double[count];
    Arrays.fill(degrees, 4);
    return degrees;
  }
}
