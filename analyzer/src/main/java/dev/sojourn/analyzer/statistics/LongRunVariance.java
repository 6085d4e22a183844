package dev.sojourn.analyzer.statistics;

/**
 * The long-run variance of a first-order autoregression about a mean that may jump.
 *
 * <p>Both its scale and its autocorrelation are taken from medians of differences, which a few
 * jumps do not move: Chakar, Lebarbier, Lévy-Leduc and Robin, "A robust approach for estimating
 * change-points in the mean of an AR(1) process", Bernoulli 23 (2017), equation 3.
 */
final class LongRunVariance {
  /** Median of the absolute value of a standard normal variable. */
  private static final double NORMAL_MEDIAN = 0.6744897501960817;

  /** Beyond this the estimate of a short series is mostly noise, and the variance explodes. */
  private static final double MOST_AUTOCORRELATION = 0.9;

  private LongRunVariance() {}

  static double of(double[] values) {
    double first = medianDifference(values, 1);
    if (!(first > 0)) {
      return meanSquaredDifference(values) / 2;
    }
    double second = medianDifference(values, 2);
    double autocorrelation = (second * second) / (first * first) - 1;
    double bounded = Math.max(0, Math.min(MOST_AUTOCORRELATION, autocorrelation));
    double scale = first / NORMAL_MEDIAN;
    double variance = scale * scale / (2 * (1 - bounded));
    return variance * (1 + bounded) / (1 - bounded);
  }

  private static double medianDifference(double[] values, int lag) {
    if (values.length <= lag) {
      return 0;
    }
    double[] differences = new double[values.length - lag];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = Math.abs(values[i + lag] - values[i]);
    }
    return Quantiles.median(differences);
  }

  private static double meanSquaredDifference(double[] values) {
    double sum = 0;
    for (int i = 1; i < values.length; i++) {
      sum += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
    }
    return values.length < 2 ? 0 : sum / (values.length - 1);
  }
}
