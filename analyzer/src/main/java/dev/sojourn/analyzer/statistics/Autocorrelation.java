package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/** Sample autocorrelation (Box and Jenkins, Time Series Analysis, 1976, section 2.1.5). */
public final class Autocorrelation {
  private Autocorrelation() {}

  /** The autocorrelations by lag, from lag 0 on; all 0 for values that do not vary. */
  public static double[] of(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double[] correlations = new double[values.length];
    double variance = covariance(values, mean, 0);
    for (int lag = 0; variance > 0 && lag < values.length; lag++) {
      correlations[lag] = covariance(values, mean, lag) / variance;
    }
    return correlations;
  }

  private static double covariance(double[] values, double mean, int lag) {
    double sum = 0;
    for (int i = 0; i + lag < values.length; i++) {
      sum += (values[i] - mean) * (values[i + lag] - mean);
    }
    return sum;
  }
}
