package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/**
 * The long-run variance of a first-order autoregression about a mean that may jump.
 *
 * <p>Both its scale and its autocorrelation are taken from differences at lags 1 and 2, of which a
 * few jumps spoil only a few: Chakar, Lebarbier, Lévy-Leduc and Robin, "A robust approach for
 * estimating change-points in the mean of an AR(1) process", Bernoulli 23 (2017), equation 3. Where
 * they take medians, the largest tenth is trimmed here, which is less noisy in short series.
 */
final class LongRunVariance {
  private static final double TRIMMED_SHARE = 0.1;

  /** Mean square of a standard normal variable whose largest tenth is trimmed. */
  private static final double NORMAL_TRIMMED = 0.6230;

  /** Beyond this the estimate of a short series is mostly noise, and the variance explodes. */
  private static final double MOST_AUTOCORRELATION = 0.9;

  private LongRunVariance() {}

  static double of(double[] values) {
    double first = trimmedSquare(values, 1);
    if (!(first > 0)) {
      return meanSquaredDifference(values) / 2;
    }
    double autocorrelation = trimmedSquare(values, 2) / first - 1;
    double bounded = Math.max(0, Math.min(MOST_AUTOCORRELATION, autocorrelation));
    double variance = first / NORMAL_TRIMMED / (2 * (1 - bounded));
    return variance * (1 + bounded) / (1 - bounded);
  }

  private static double trimmedSquare(double[] values, int lag) {
    if (values.length <= lag) {
      return 0;
    }
    double[] squares = new double[values.length - lag];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = (values[i + lag] - values[i]) * (values[i + lag] - values[i]);
    }
    Arrays.sort(squares);
    int kept = (int) Math.ceil((1 - TRIMMED_SHARE) * squares.length);
    return Arrays.stream(squares, 0, kept).average().orElse(0);
  }

  private static double meanSquaredDifference(double[] values) {
    double sum = 0;
    for (int i = 1; i < values.length; i++) {
      sum += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
    }
    return values.length < 2 ? 0 : sum / (values.length - 1);
  }
}
