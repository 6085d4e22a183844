package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CommonNoiseTest {
  private static final int METRICS = 50;
  private static final int RUNS = 10;

  @Test
  void oneMetricManyTimes_isOneMetric() {
    CommonNoise noise = CommonNoise.of(residuals(1), RUNS - 2);
    assertThat(noise.squaredCorrelation()).isCloseTo(1, within(1e-9));
    assertThat(noise.independentCount(METRICS)).isCloseTo(1, within(1e-6));
  }

  @Test
  void independentMetrics_countAsTheyAre() {
    CommonNoise noise = CommonNoise.of(residuals(0), RUNS - 2);
    assertThat(noise.squaredCorrelation()).isLessThan(0.02);
    assertThat(CommonNoise.NONE.independentCount(METRICS)).isEqualTo(METRICS);
  }

  @Test
  void metricsThatDoNotVary_tellNothing() {
    assertThat(CommonNoise.of(new double[3][4], 2)).isEqualTo(CommonNoise.NONE);
    assertThat(CommonNoise.of(new double[0][0], 2)).isEqualTo(CommonNoise.NONE);
  }

  private static double[][] residuals(double common) {
    Random random = new Random(8);
    double[] all = residual(random);
    double[][] residuals = new double[METRICS][];
    for (int metric = 0; metric < METRICS; metric++) {
      double[] own = residual(random);
      for (int run = 0; run < RUNS; run++) {
        own[run] = common * all[run] * (metric + 1) + (1 - common) * own[run];
      }
      residuals[metric] = own;
    }
    return residuals;
  }

  /** Of two sides of five runs each. */
  private static double[] residual(Random random) {
    double[] values = random.doubles(RUNS, -1, 1).toArray();
    for (int side = 0; side < RUNS; side += RUNS / 2) {
      double mean = 0;
      for (int run = side; run < side + RUNS / 2; run++) {
        mean += values[run] / (RUNS / 2.0);
      }
      for (int run = side; run < side + RUNS / 2; run++) {
        values[run] -= mean;
      }
    }
    return values;
  }
}
