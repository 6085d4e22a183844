package dev.sojourn.analyzer.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How badly levels and lines describe a series, if what is left is noise in which each value leans
 * on the one before it: a first-order autoregression of unknown correlation and variance.
 */
final class AutoregressiveNoise {
  /**
   * Correlations from -.29 to .96, evenly spaced by Fisher's z, so that each is about as far from
   * the next as a series can tell.
   */
  private static final double[] CORRELATIONS =
      IntStream.rangeClosed(-3, 20).mapToDouble(i -> Math.tanh(i / 10.0)).toArray();

  private final double[] values;
  private final double smallest;

  /**
   * Noise of a series.
   *
   * @param smallest sum of squares that counts as none
   */
  AutoregressiveNoise(double[] values, double smallest) {
    double shift = Quantiles.median(values);
    this.values = Arrays.stream(values).map(value -> value - shift).toArray();
    this.smallest = smallest;
  }

  /**
   * Minus twice the logarithm of the likelihood at the most likely levels and lines, correlation
   * and variance, but for a constant.
   */
  double deviance(List<Segment> segments) {
    double least = Double.POSITIVE_INFINITY;
    for (double correlation : CORRELATIONS) {
      double squares = Math.max(smallest, squares(segments, correlation));
      double deviance = values.length * Math.log(squares) - Math.log1p(-correlation * correlation);
      least = Math.min(least, deviance);
    }
    return least;
  }

  /**
   * The sum of squared innovations at the best levels and lines. Neighbouring segments meet in one
   * innovation only.
   */
  double squares(List<Segment> segments, double correlation) {
    int parameters = segments.stream().mapToInt(Segment::parameters).sum();
    BandedLeastSquares innovations = new BandedLeastSquares(parameters, 4);
    int parameter = 0;
    Segment before = null;
    for (Segment segment : segments) {
      double[] row = new double[4];
      if (before == null) {
        double scale = Math.sqrt(1 - correlation * correlation);
        add(row, 0, segment, 0, scale);
        innovations.add(0, row, scale * values[0]);
      } else {
        add(row, 0, before, segment.start() - 1, -correlation);
        add(row, before.parameters(), segment, segment.start(), 1);
        innovations.add(parameter, row, innovation(segment.start(), correlation));
        parameter += before.parameters();
      }
      for (int i = segment.start() + 1; i < segment.end(); i++) {
        Arrays.fill(row, 0);
        add(row, 0, segment, i - 1, -correlation);
        add(row, 0, segment, i, 1);
        innovations.add(parameter, row, innovation(i, correlation));
      }
      before = segment;
    }
    return innovations.leastSquares();
  }

  private double innovation(int index, double correlation) {
    return values[index] - correlation * values[index - 1];
  }

  /** So much of a value of a segment, as factors of what describes the segment. */
  private static void add(double[] row, int from, Segment segment, int index, double factor) {
    row[from] += factor;
    if (segment.isTrend()) {
      row[from + 1] += factor * (index - segment.middle()) / segment.length();
    }
  }
}
