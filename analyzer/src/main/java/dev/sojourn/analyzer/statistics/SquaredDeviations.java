package dev.sojourn.analyzer.statistics;

/**
 * Sums of squared deviations of any stretch of a series, from its mean or from its line of least
 * squares, in constant time.
 */
final class SquaredDeviations {
  private final double shift;
  private final double[] sums;
  private final double[] squares;
  private final double[] moments;

  SquaredDeviations(double[] values) {
    sums = new double[values.length + 1];
    squares = new double[values.length + 1];
    moments = new double[values.length + 1];
    shift = values.length == 0 ? 0 : Quantiles.median(values);
    for (int i = 0; i < values.length; i++) {
      double value = values[i] - shift;
      sums[i + 1] = sums[i] + value;
      squares[i + 1] = squares[i] + value * value;
      moments[i + 1] = moments[i] + value * i;
    }
  }

  /** Number of values. */
  int size() {
    return sums.length - 1;
  }

  /** From the mean. */
  double of(int start, int end) {
    double sum = sums[end] - sums[start];
    return Math.max(0, squares[end] - squares[start] - sum * sum / (end - start));
  }

  /** From the line. */
  double ofLine(int start, int end) {
    double moment = moment(start, end);
    return Math.max(0, of(start, end) - moment * moment / spread(end - start));
  }

  Segment level(int start, int end) {
    return new Segment(start, end, shift + (sums[end] - sums[start]) / (end - start), 0);
  }

  Segment line(int start, int end) {
    double slope = moment(start, end) / spread(end - start);
    return new Segment(start, end, level(start, end).mean(), slope);
  }

  /** Of values and indices, both from their means. */
  private double moment(int start, int end) {
    double middle = (start + end - 1) / 2.0;
    return moments[end] - moments[start] - middle * (sums[end] - sums[start]);
  }

  /** Squared deviations of so many indices from their mean. */
  private static double spread(double count) {
    return count * (count * count - 1) / 12;
  }
}
