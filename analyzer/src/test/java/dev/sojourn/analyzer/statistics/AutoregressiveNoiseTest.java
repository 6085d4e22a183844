package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AutoregressiveNoiseTest {
  private static final List<Segment> SEGMENTS =
      List.of(new Segment(0, 7, 0, 0), new Segment(7, 12, 0, 1), new Segment(12, 20, 0, 0));

  /** Against the whitened regression, solved without regard to its shape. */
  @Test
  void squares_areThoseOfTheWhitenedRegression() {
    double[] values = new Random(5).doubles(20).toArray();
    for (double correlation : new double[] {-0.2, 0, 0.5, 0.9}) {
      assertThat(new AutoregressiveNoise(values, 0).squares(SEGMENTS, correlation))
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

    List<Segment> two = List.of(new Segment(0, 30, 0, 0), new Segment(30, 60, 0, 0));
    assertThat(noise.deviance(two))
        .isLessThan(noise.deviance(List.of(new Segment(0, 60, 0, 0))) - 30);
  }

  @Test
  void line_isMoreLikelyThanALevelThatWanders() {
    double[] values = new Random(7).doubles(60).toArray();
    for (int i = 0; i < 60; i++) {
      values[i] += 0.1 * i;
    }
    AutoregressiveNoise noise = new AutoregressiveNoise(values, 0);

    assertThat(noise.deviance(List.of(new Segment(0, 60, 0, 1))))
        .isLessThan(noise.deviance(List.of(new Segment(0, 60, 0, 0))) - 10);
  }

  private static double regression(double[] values, double correlation) {
    int n = values.length;
    double[][] normal = new double[4][4];
    double[] right = new double[4];
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double scale = i == 0 ? Math.sqrt(1 - correlation * correlation) : 1;
      double y = scale * values[i] - (i == 0 ? 0 : correlation * values[i - 1]);
      double[] row = new double[4];
      for (int j = 0; j < row.length; j++) {
        row[j] = scale * design(i)[j] - (i == 0 ? 0 : correlation * design(i - 1)[j]);
      }
      squares += y * y;
      for (int j = 0; j < row.length; j++) {
        right[j] += row[j] * y;
        for (int k = 0; k < row.length; k++) {
          normal[j][k] += row[j] * row[k];
        }
      }
    }
    double[] solution = LinearSystem.solve(normal, right);
    for (int j = 0; j < solution.length; j++) {
      squares -= solution[j] * right[j];
    }
    return squares;
  }

  /** A level, a line of two numbers, and a level. */
  private static double[] design(int index) {
    if (index < 7) {
      return new double[] {1, 0, 0, 0};
    }
    return index < 12 ? new double[] {0, 1, index, 0} : new double[] {0, 0, 0, 1};
  }
}
