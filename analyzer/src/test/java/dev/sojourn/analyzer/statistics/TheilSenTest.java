package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TheilSenTest {
  /** The example of Sen (1968), as quoted by the tests of SciPy's theilslopes. */
  @Test
  void fit_isThatOfSensPaper() {
    double[] x = {1, 2, 3, 4, 10, 12, 18};
    double[] y = {9, 15, 19, 20, 45, 55, 78};

    TheilSen line = TheilSen.fit(x, y, 7 * 6 * 19 / 18.0, 0.93);

    assertThat(line.slope()).isEqualTo(4);
    assertThat(line.low()).isCloseTo(3.71, within(0.005));
    assertThat(line.high()).isCloseTo(4.38, within(0.006));
  }

  /** Hollander and Wolfe, Nonparametric Statistical Methods, the cloud seeding example. */
  @Test
  void slope_isThatOfHollanderAndWolfe() {
    double[] years = {1, 2, 3, 4, 5};
    double[] ratios = {1.26, 1.27, 1.12, 1.16, 1.03};

    assertThat(TheilSen.medianSlope(years, ratios)).isCloseTo(-0.056, within(0.0005));
  }

  @Test
  void slope_isNotMovedByAnOutlier() {
    double[] x = {0, 1, 2, 3, 4, 5, 6, 7};
    double[] y = {0, 2, 4, 600, 8, 10, 12, 14};

    assertThat(TheilSen.fit(x, y, 65.3, 0.95).slope()).isEqualTo(2);
    assertThat(TheilSen.fit(x, y, 65.3, 0.95).at(10)).isCloseTo(20, within(1e-9));
  }
}
