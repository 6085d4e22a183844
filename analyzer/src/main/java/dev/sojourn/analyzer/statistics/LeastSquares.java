package dev.sojourn.analyzer.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Linear regression on several variables with an intercept, by ordinary least squares (Draper and
 * Smith, Applied Regression Analysis, 1998, chapter 5). The variance of the slopes is inflated for
 * first-order autocorrelation of the residuals (Bayley and Hammersley, J. R. Statist. Soc. Suppl.
 * 8, 1946). Variables that go together get wide intervals: that is how it says that it cannot tell
 * them apart.
 *
 * @param slopes change of the value for one unit of each variable, with their intervals
 */
public record LeastSquares(List<Interval> slopes) {
  private static final double MOST_AUTOCORRELATION = 0.9;

  /** A variable of which the others explain all but this share is no variable of its own. */
  private static final double LEAST_TOLERANCE = 1e-9;

  /**
   * Fits values taken at equal distances.
   *
   * @param variables an array for each variable
   * @param level of the intervals, such as 0.95
   * @return empty where a variable does not vary or follows from others, or values are too few
   */
  public static Optional<LeastSquares> fit(double[][] variables, double[] values, double level) {
    int freedom = values.length - variables.length - 1;
    double[][] units = new double[variables.length][];
    double[] lengths = new double[variables.length];
    for (int i = 0; i < variables.length; i++) {
      double[] centred = centred(variables[i]);
      double length = Math.sqrt(product(centred, centred));
      lengths[i] = length;
      units[i] = Arrays.stream(centred).map(value -> value / length).toArray();
    }
    double[][] inverse = freedom < 1 ? null : LinearSystem.inverse(products(units));
    if (inverse == null || !isRegular(inverse)) {
      return Optional.empty();
    }
    double[] rests = centred(values);
    double[] slopes = slopes(inverse, units, rests);
    for (int i = 0; i < slopes.length; i++) {
      double slope = slopes[i];
      double[] unit = units[i];
      Arrays.setAll(rests, k -> rests[k] - slope * unit[k]);
    }
    double variance = product(rests, rests) / freedom * inflation(rests);
    double reach = TDistribution.of(freedom).inverseCumulativeProbability((1 + level) / 2);
    List<Interval> intervals = new ArrayList<>();
    for (int i = 0; i < slopes.length; i++) {
      double half = reach * Math.sqrt(variance * inverse[i][i]);
      intervals.add(
          new Interval(
              (slopes[i] - half) / lengths[i],
              slopes[i] / lengths[i],
              (slopes[i] + half) / lengths[i]));
    }
    return Optional.of(new LeastSquares(List.copyOf(intervals)));
  }

  private static double[] slopes(double[][] inverse, double[][] units, double[] values) {
    double[] slopes = new double[units.length];
    for (int i = 0; i < slopes.length; i++) {
      for (int j = 0; j < slopes.length; j++) {
        slopes[i] += inverse[i][j] * product(units[j], values);
      }
    }
    return slopes;
  }

  private static boolean isRegular(double[][] inverse) {
    for (int i = 0; i < inverse.length; i++) {
      if (!(inverse[i][i] > 0 && inverse[i][i] < 1 / LEAST_TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  private static double inflation(double[] rests) {
    double[] correlations = Autocorrelation.of(rests);
    double first = Math.max(0, Math.min(MOST_AUTOCORRELATION, correlations[1]));
    return (1 + first) / (1 - first);
  }

  private static double[][] products(double[][] units) {
    double[][] products = new double[units.length][units.length];
    for (int i = 0; i < units.length; i++) {
      for (int j = 0; j < units.length; j++) {
        products[i][j] = product(units[i], units[j]);
      }
    }
    return products;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }
}
