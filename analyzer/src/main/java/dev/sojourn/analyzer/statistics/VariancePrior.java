package dev.sojourn.analyzer.statistics;

import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * What the variances of many metrics tell about the variance of one: a scaled inverse chi-squared
 * prior, fitted to all of them by empirical Bayes.
 *
 * <p>Smyth, "Linear models and empirical Bayes methods for assessing differential expression in
 * microarray experiments", Stat. Appl. Genet. Mol. Biol. 3(1), 2004, section 6.2.
 *
 * @param degreesOfFreedom what the prior weighs; 0 where nothing is known, infinite where all
 *     metrics share one variance
 * @param variance the typical variance
 */
public record VariancePrior(double degreesOfFreedom, double variance) {
  /** Fewer variances than this tell nothing about how variances vary. */
  private static final int FEWEST = 3;

  /** A variance below this part of the median counts as this, as in limma. */
  private static final double SMALLEST_RATIO = 1e-5;

  private static final VariancePrior NONE = new VariancePrior(0, 0);

  /**
   * Fits the prior.
   *
   * @param variances sample variances; zeros are allowed
   * @param degreesOfFreedom of each of them; those without any are left out
   * @param common the noise that the metrics share, which makes their variances more alike than
   *     chance does
   */
  public static VariancePrior fit(
      double[] variances, double[] degreesOfFreedom, CommonNoise common) {
    double floor = SMALLEST_RATIO * median(variances, degreesOfFreedom);
    int n = 0;
    double mean = 0;
    double squares = 0;
    double expected = 0;
    for (int i = 0; i < variances.length; i++) {
      double half = degreesOfFreedom[i] / 2;
      if (half > 0 && floor > 0) {
        double e = Math.log(Math.max(variances[i], floor)) - Digamma.value(half) + Math.log(half);
        n++;
        double step = e - mean;
        mean += step / n;
        squares += step * (e - mean);
        expected += Trigamma.value(half);
      }
    }
    double byChance = expected / n * (1 - common.squaredCorrelation());
    return n < FEWEST ? NONE : ofMoments(mean, squares / (n - 1) - byChance);
  }

  private static VariancePrior ofMoments(double meanLog, double excess) {
    if (excess <= 0) {
      return new VariancePrior(Double.POSITIVE_INFINITY, Math.exp(meanLog));
    }
    double half = trigammaInverse(excess);
    return new VariancePrior(2 * half, Math.exp(meanLog + Digamma.value(half) - Math.log(half)));
  }

  /** The variance of a metric, drawn towards the typical one by what the prior weighs. */
  public double moderate(double sampleVariance, double sampleDegreesOfFreedom) {
    if (Double.isInfinite(degreesOfFreedom)) {
      return variance;
    }
    double weight = degreesOfFreedom + sampleDegreesOfFreedom;
    return weight == 0
        ? Double.NaN
        : (degreesOfFreedom * variance + sampleDegreesOfFreedom * sampleVariance) / weight;
  }

  private static double median(double[] variances, double[] degreesOfFreedom) {
    double[] positive =
        IntStream.range(0, variances.length)
            .filter(i -> degreesOfFreedom[i] > 0 && variances[i] > 0)
            .mapToDouble(i -> variances[i])
            .sorted()
            .toArray();
    return positive.length == 0 ? 0 : positive[positive.length / 2];
  }

  /** Newton's iteration of Smyth 2004, appendix; converges monotonically for every x &gt; 0. */
  static double trigammaInverse(double x) {
    double y = 0.5 + 1 / x;
    for (int i = 0; i < 50; i++) {
      double trigamma = Trigamma.value(y);
      double step = trigamma * (1 - trigamma / x) / tetragamma(y);
      y += step;
      if (-step / y < 1e-9) {
        break;
      }
    }
    return y;
  }

  /**
   * The derivative of trigamma: recurrence up to where the asymptotic series (Abramowitz and Stegun
   * 6.4.13) is exact to double precision.
   */
  private static double tetragamma(double x) {
    double sum = 0;
    double y = x;
    for (; y < 12; y++) {
      sum -= 2 / (y * y * y);
    }
    double r = 1 / (y * y);
    double series =
        1 + 1 / y + r * (0.5 - r * (1.0 / 6 - r * (1.0 / 6 - r * (0.3 - r * (5.0 / 6)))));
    return sum - r * series;
  }
}
