package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/**
 * Quantiles and the robust scale that follows from them.
 *
 * <p>Quantiles are definition 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The
 * American Statistician 50 (1996).
 */
public final class Quantiles {
  /** What the median absolute deviation of a normal distribution is short of its deviation. */
  private static final double NORMAL_CONSISTENCY = 1.4826;

  private Quantiles() {}

  /** The quantile of {@code values}; not a number for none. */
  public static double quantile(double[] values, double probability) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, probability);
  }

  /** The quantile of values that are in ascending order; not a number for none. */
  public static double ofSorted(double[] sorted, double probability) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double position = probability * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** The median; not a number for no values. */
  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /** The median absolute deviation, scaled to the standard deviation of a normal distribution. */
  public static double robustDeviation(double[] values) {
    double median = median(values);
    double[] deviations = Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
    return NORMAL_CONSISTENCY * median(deviations);
  }
}
