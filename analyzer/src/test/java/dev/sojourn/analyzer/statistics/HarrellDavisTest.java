package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarrellDavisTest {
  private static final double[] VALUES = {13, 0.4, 0.9, 1.3, 2.2, 2.9, 3.1, 5.0, 8.8, 0.1};

  /** Against scipy.stats.mstats.hdquantiles 1.17. */
  @ParameterizedTest
  @CsvSource({"0.25, 0.945696605572663", "0.5, 2.55418248151422", "0.9, 10.795804046254542"})
  void quantile_agreesWithSciPy(double q, double expected) {
    assertThat(HarrellDavis.quantile(VALUES, q)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void quantile_ofOneValue_isThatValue() {
    assertThat(HarrellDavis.quantile(new double[] {7}, 0.99)).isEqualTo(7);
  }

  @Test
  void quantile_ofNothing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HarrellDavis.quantile(new double[0], 0.5));
  }
}
