package dev.sojourn.analyzer.verdict;

/**
 * How much a metric varies between runs of unchanged code, as known from before.
 *
 * @param logVariance variance of the natural logarithm of its values
 * @param degreesOfFreedom of that estimate
 */
public record Noise(double logVariance, double degreesOfFreedom) {
  /** Nothing is known. */
  public static final Noise UNKNOWN = new Noise(0, 0);
}
