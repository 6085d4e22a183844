package dev.sojourn.analyzer.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How badly levels that jump describe a series, if what is left is noise in which each value leans
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
   * Minus twice the logarithm of the likelihood at the most likely levels, correlation and
   * variance, but for a constant.
   */
  double deviance(int[] starts) {
    double least = Double.POSITIVE_INFINITY;
    for (double correlation : CORRELATIONS) {
      double squares = Math.max(smallest, squares(starts, correlation));
      double deviance = values.length * Math.log(squares) - Math.log1p(-correlation * correlation);
      least = Math.min(least, deviance);
    }
    return least;
  }

  /**
   * The sum of squared innovations at the best levels. Levels of neighbouring segments meet in one
   * innovation only, so the normal equations are tridiagonal, and a level is eliminated as soon as
   * the next one begins.
   */
  double squares(int[] starts, double correlation) {
    double scale = 1 - correlation * correlation;
    double pivot = scale;
    double right = scale * values[0];
    double sum = scale * values[0] * values[0];
    for (int i = 1, segment = 1; i < values.length; i++) {
      double innovation = values[i] - correlation * values[i - 1];
      sum += innovation * innovation;
      if (segment < starts.length && starts[segment] == i) {
        double ended = pivot + correlation * correlation;
        double endedRight = right - correlation * innovation;
        sum -= endedRight * endedRight / ended;
        pivot = 1 - correlation * correlation / ended;
        right = innovation + correlation * endedRight / ended;
        segment++;
      } else {
        pivot += (1 - correlation) * (1 - correlation);
        right += (1 - correlation) * innovation;
      }
    }
    return sum - right * right / pivot;
  }
}
