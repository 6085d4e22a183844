package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class QuantilesTest {
  @Test
  void quantile_isDefinitionSeven() {
    double[] values = {10, 1, 3, 6};

    assertThat(Quantiles.quantile(values, 0.5)).isEqualTo(4.5);
    assertThat(Quantiles.quantile(values, 0.25)).isEqualTo(2.5);
    assertThat(Quantiles.quantile(values, 1)).isEqualTo(10);
    assertThat(Quantiles.quantile(new double[0], 0.5)).isNaN();
  }

  @Test
  void robustDeviation_ignoresAnOutlier() {
    assertThat(Quantiles.robustDeviation(new double[] {1, 2, 3, 4, 1000}))
        .isCloseTo(1.4826, within(1e-9));
  }
}
