package dev.sojourn.analyzer.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Mann-Kendall test for a monotonic trend, its variance corrected for autocorrelation.
 *
 * <p>Mann, Econometrica 13 (1945); Kendall, Rank Correlation Methods (1975), with ties; the
 * correction is that of Hamed and Rao, Journal of Hydrology 204 (1998), equation 12, on the
 * autocorrelations of the ranks of the detrended series that differ from zero at the 5 % level. It
 * is never let shrink the variance, which errs towards no trend.
 *
 * @param concordance Kendall's S: the rising pairs less the falling ones
 * @param variance of S under no trend, corrected
 * @param pValue two-sided
 */
public record MannKendall(long concordance, double variance, double pValue) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double SIGNIFICANT = 1.959963984540054;

  /**
   * Tests values taken at equal distances. Three have no autocorrelation to correct for.
   *
   * @throws IllegalArgumentException if there are fewer than three
   */
  public static MannKendall test(double[] values) {
    if (values.length < 3) {
      throw new IllegalArgumentException("three values needed, got " + values.length);
    }
    long concordance = concordance(values);
    double variance = independentVariance(values);
    if (values.length > 3) {
      variance *= inflation(values);
    }
    return new MannKendall(concordance, variance, pValue(concordance, variance));
  }

  /** Whether it rises, or falls, at this level of significance. */
  public boolean significant(double level) {
    return pValue < level;
  }

  private static double pValue(long concordance, double variance) {
    if (concordance == 0 || variance == 0) {
      return 1;
    }
    double z = (Math.abs(concordance) - 1) / Math.sqrt(variance);
    return 2 * NORMAL.survivalProbability(z);
  }

  private static long concordance(double[] values) {
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        sum += (int) Math.signum(values[j] - values[i]);
      }
    }
    return sum;
  }

  private static double independentVariance(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double variance = term(sorted.length);
    int begin = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[begin]) {
        variance -= term(i - begin);
        begin = i;
      }
    }
    return variance / 18;
  }

  private static double term(double count) {
    return count * (count - 1) * (2 * count + 5);
  }

  private static double inflation(double[] values) {
    double[] correlations = Autocorrelation.of(Ranks.of(detrended(values)));
    double count = values.length;
    double bound = SIGNIFICANT / Math.sqrt(count);
    double sum = 0;
    for (int lag = 1; lag < correlations.length; lag++) {
      if (Math.abs(correlations[lag]) > bound) {
        sum += (count - lag) * (count - lag - 1) * (count - lag - 2) * correlations[lag];
      }
    }
    return Math.max(1, 1 + 2 * sum / (count * (count - 1) * (count - 2)));
  }

  private static double[] detrended(double[] values) {
    double slope = TheilSen.medianSlope(indices(values.length), values);
    double[] residuals = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      residuals[i] = values[i] - slope * i;
    }
    return residuals;
  }

  private static double[] indices(int count) {
    double[] indices = new double[count];
    Arrays.setAll(indices, i -> i);
    return indices;
  }
}
