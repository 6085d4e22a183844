package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/**
 * Values that lie far from their neighbours on both sides, replaced by the neighbours' median; a
 * step stays as it is.
 *
 * <p>Hampel's identifier over five values: Davies and Gather, "The identification of multiple
 * outliers", J. Am. Statist. Assoc. 88(423), 1993. The scale is that of successive differences.
 */
final class IsolatedOutliers {
  private static final int REACH = 2;
  private static final double LARGEST_DEVIATIONS = 4;

  /** Median of the absolute difference of two standard normal variables, inverted. */
  private static final double DIFFERENCE_CONSISTENCY = 1.4826 / Math.sqrt(2);

  private IsolatedOutliers() {}

  static double[] replaced(double[] values) {
    double limit = LARGEST_DEVIATIONS * scale(values);
    double[] clean = values.clone();
    for (int i = 0; i < values.length; i++) {
      int from = Math.max(0, i - REACH);
      int to = Math.min(values.length, i + REACH + 1);
      double median = Quantiles.median(Arrays.copyOfRange(values, from, to));
      if (Math.abs(values[i] - median) > limit) {
        clean[i] = median;
      }
    }
    return clean;
  }

  /** The standard deviation of noise, as successive differences tell it; jumps do not count. */
  static double scale(double[] values) {
    double[] differences = new double[Math.max(0, values.length - 1)];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = Math.abs(values[i + 1] - values[i]);
    }
    return differences.length == 0 ? 0 : DIFFERENCE_CONSISTENCY * Quantiles.median(differences);
  }
}
