package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AutoregressiveNoiseTest {
  private static final int[] STARTS = {0, 7, 12};

  /** Against the whitened regression, solved without regard to its shape. */
  @Test
  void squares_areThoseOfTheWhitenedRegression() {
    double[] values = new Random(5).doubles(20).toArray();
    for (double correlation : new double[] {-0.2, 0, 0.5, 0.9}) {
      assertThat(new AutoregressiveNoise(values, 0).squares(STARTS, correlation))
          .isCloseTo(regression(values, correlation), within(1e-9));
    }
  }

  @Test
  void levelsThatJump_areMoreLikelyThanOneLevel() {
    double[] values = new Random(6).doubles(60).toArray();
    for (int i = 30; i < 60; i++) {
      values[i] += 3;
    }
    AutoregressiveNoise noise = new AutoregressiveNoise(values, 0);

    assertThat(noise.deviance(new int[] {0, 30})).isLessThan(noise.deviance(new int[1]) - 30);
  }

  private static double regression(double[] values, double correlation) {
    int n = values.length;
    double[][] normal = new double[STARTS.length][STARTS.length];
    double[] right = new double[STARTS.length];
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double scale = i == 0 ? Math.sqrt(1 - correlation * correlation) : 1;
      double y = scale * values[i] - (i == 0 ? 0 : correlation * values[i - 1]);
      double[] row = new double[STARTS.length];
      row[segment(i)] += scale;
      if (i > 0) {
        row[segment(i - 1)] -= correlation;
      }
      squares += y * y;
      for (int j = 0; j < row.length; j++) {
        right[j] += row[j] * y;
        for (int k = 0; k < row.length; k++) {
          normal[j][k] += row[j] * row[k];
        }
      }
    }
    double[] levels = LinearSystem.solve(normal, right);
    for (int j = 0; j < levels.length; j++) {
      squares -= levels[j] * right[j];
    }
    return squares;
  }

  private static int segment(int index) {
    return index < STARTS[1] ? 0 : index < STARTS[2] ? 1 : 2;
  }
}
