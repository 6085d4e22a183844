package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LeastSquaresTest {
  /** Draper and Smith, Applied Regression Analysis (1998), table 1.1: steam and temperature. */
  private static final double[] TEMPERATURE = {
    35.3, 29.7, 30.8, 58.8, 61.4, 71.3, 74.4, 76.7, 70.7, 57.5, 46.4, 28.9, 28.1, 39.1, 46.8, 48.5,
    59.3, 70.0, 70.0, 74.5, 72.1, 58.1, 44.6, 33.4, 28.6
  };

  private static final double[] STEAM = {
    10.98, 11.13, 12.51, 8.40, 9.27, 8.73, 6.36, 8.50, 7.82, 9.14, 8.24, 12.19, 11.88, 9.57, 10.94,
    9.58, 10.09, 8.11, 6.83, 8.88, 7.68, 8.47, 8.86, 10.36, 11.08
  };

  @Test
  void slope_isThePublishedOne() {
    Interval slope =
        LeastSquares.fit(new double[][] {TEMPERATURE}, STEAM, 0.95).orElseThrow().slopes().get(0);

    assertThat(slope.value()).isCloseTo(-0.0798, within(0.0001));
    assertThat(slope.low()).isLessThanOrEqualTo(-0.1015);
    assertThat(slope.high()).isGreaterThanOrEqualTo(-0.0582);
  }

  @Test
  void variablesThatGoTogether_haveWiderIntervals() {
    Interval apart = secondOf(0.0);
    Interval together = secondOf(0.99);

    assertThat(together.high() - together.low()).isGreaterThan(5 * (apart.high() - apart.low()));
  }

  @Test
  void variableThatFollowsFromAnother_isRefused() {
    double[] x = {1, 2, 3, 5, 8, 13, 21};
    double[] twice = {2, 4, 6, 10, 16, 26, 42};

    assertThat(LeastSquares.fit(new double[][] {x, twice}, x, 0.95)).isEmpty();
  }

  @Test
  void variableThatDoesNotVary_isRefused() {
    double[] y = {1, 2, 3, 5, 8, 13, 21};

    assertThat(LeastSquares.fit(new double[][] {new double[7]}, y, 0.95)).isEmpty();
  }

  @Test
  void asManyVariablesAsValues_areRefused() {
    double[][] two = {{1, 2, 4}, {3, 1, 7}};

    assertThat(LeastSquares.fit(two, new double[] {1, 2, 3}, 0.95)).isEmpty();
  }

  private static Interval secondOf(double correlation) {
    Random random = new Random(5);
    double[][] variables = new double[2][200];
    double[] values = new double[200];
    for (int i = 0; i < values.length; i++) {
      variables[0][i] = random.nextGaussian();
      variables[1][i] =
          correlation * variables[0][i]
              + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
      values[i] = variables[0][i] + variables[1][i] + random.nextGaussian();
    }
    return LeastSquares.fit(variables, values, 0.95).orElseThrow().slopes().get(1);
  }
}
