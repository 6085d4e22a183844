package dev.sojourn.analyzer.statistics;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The Harrell-Davis estimator of a quantile: a weighted mean of all order statistics, which varies
 * less from sample to sample than one order statistic does.
 *
 * <p>Harrell and Davis, "A new distribution-free quantile estimator", Biometrika 69(3), 1982.
 */
public final class HarrellDavis {
  private HarrellDavis() {}

  /**
   * The quantile at {@code q} of values in any order, in their unit.
   *
   * @throws IllegalArgumentException if there is no value or {@code q} is not inside (0, 1)
   */
  public static double quantile(double[] values, double q) {
    if (values.length == 0 || !(q > 0 && q < 1)) {
      throw new IllegalArgumentException(
          "needs values and 0 < q < 1, got " + values.length + " values and q = " + q);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double a = (n + 1) * q;
    double b = (n + 1) * (1 - q);
    double sum = 0;
    double below = 0;
    for (int i = 0; i < n; i++) {
      double upTo = i + 1 == n ? 1 : RegularizedBeta.value((i + 1) / (double) n, a, b);
      sum += (upTo - below) * sorted[i];
      below = upTo;
    }
    return sum;
  }
}
