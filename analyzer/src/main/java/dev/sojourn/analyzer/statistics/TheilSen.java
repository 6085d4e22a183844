package dev.sojourn.analyzer.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The line whose slope is the median of the slopes of all pairs of points, with the interval of
 * Sen, Journal of the American Statistical Association 63 (1968), in the normal approximation
 * (Gilbert, Statistical Methods for Environmental Pollution Monitoring, 1987, section 16.5).
 *
 * @param slope change of y for one unit of x
 * @param intercept median of y less slope times x
 * @param low lower end of the slope's interval
 * @param high upper end of it
 */
public record TheilSen(double slope, double intercept, double low, double high) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * Fits points whose number is at least two.
   *
   * @param concordanceVariance variance of Kendall's S, as {@link MannKendall} gives it, so that
   *     autocorrelation widens the interval
   * @param level of the interval, such as 0.95
   */
  public static TheilSen fit(double[] x, double[] y, double concordanceVariance, double level) {
    double[] slopes = slopes(x, y);
    double slope = Quantiles.ofSorted(slopes, 0.5);
    double[] rests = new double[x.length];
    Arrays.setAll(rests, i -> y[i] - slope * x[i]);
    double reach =
        NORMAL.inverseCumulativeProbability((1 + level) / 2) * Math.sqrt(concordanceVariance);
    return new TheilSen(
        slope,
        Quantiles.median(rests),
        slopeAt(slopes, (slopes.length - reach) / 2 - 1),
        slopeAt(slopes, (slopes.length + reach) / 2));
  }

  /** The line's value. */
  public double at(double x) {
    return intercept + slope * x;
  }

  static double medianSlope(double[] x, double[] y) {
    return Quantiles.ofSorted(slopes(x, y), 0.5);
  }

  private static double slopeAt(double[] slopes, double index) {
    return slopes[(int) Math.max(0, Math.min(slopes.length - 1, Math.round(index)))];
  }

  private static double[] slopes(double[] x, double[] y) {
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (x[j] != x[i]) {
          slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
        }
      }
    }
    double[] found = Arrays.copyOf(slopes, count);
    Arrays.sort(found);
    return found;
  }
}
