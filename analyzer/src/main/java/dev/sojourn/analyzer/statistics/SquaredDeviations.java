package dev.sojourn.analyzer.statistics;

/** Sums of squared deviations from the mean of any stretch of a series, in constant time. */
final class SquaredDeviations {
  private final double[] sums;
  private final double[] squares;

  SquaredDeviations(double[] values) {
    sums = new double[values.length + 1];
    squares = new double[values.length + 1];
    double shift = values.length == 0 ? 0 : Quantiles.median(values);
    for (int i = 0; i < values.length; i++) {
      double value = values[i] - shift;
      sums[i + 1] = sums[i] + value;
      squares[i + 1] = squares[i] + value * value;
    }
  }

  /** Number of values. */
  int size() {
    return sums.length - 1;
  }

  double of(int start, int end) {
    double sum = sums[end] - sums[start];
    return Math.max(0, squares[end] - squares[start] - sum * sum / (end - start));
  }
}
