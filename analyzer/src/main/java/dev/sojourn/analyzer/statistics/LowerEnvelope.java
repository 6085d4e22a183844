package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/**
 * The lower envelope of a series in four quarters of as many values: what stays when the sawtooth
 * of use and release is taken away.
 *
 * @param first level of the first quarter
 * @param second of the second
 * @param third of the third
 * @param fourth of the fourth
 * @param lastStepShare the part of the time from the first to the fourth in which the level went
 *     from the third to the fourth
 */
public record LowerEnvelope(
    double first, double second, double third, double fourth, double lastStepShare) {
  /**
   * A steady rise has all three steps alike; one that fills up and stops, as caches do, halves them
   * at least. The last step must be this share of the mean one, for the time that it took: a heap
   * that fills up is collected more and more often.
   */
  private static final double STEADY_SHARE = 0.6;

  /** The lowest tenth of a quarter is the envelope, so that a single low value does not decide. */
  private static final double ENVELOPE_QUANTILE = 0.1;

  /**
   * The envelope of values at some times.
   *
   * @param times in ascending order
   * @throws IllegalArgumentException if there are fewer than four
   */
  public static LowerEnvelope of(double[] times, double[] values) {
    if (values.length < 4) {
      throw new IllegalArgumentException("four values needed, got " + values.length);
    }
    double begin = middle(times, 0);
    double end = middle(times, 3);
    return new LowerEnvelope(
        lowest(values, 0),
        lowest(values, 1),
        lowest(values, 2),
        lowest(values, 3),
        (end - middle(times, 2)) / (end - begin));
  }

  /** From the first quarter to the fourth. */
  public double rise() {
    return fourth - first;
  }

  /** Whether each quarter is higher than the one before it. */
  public boolean rises() {
    return first < second && second < third && third < fourth;
  }

  /** Whether it rises to the end as it did before, unlike what fills up. */
  public boolean isSteady() {
    return fourth - third >= STEADY_SHARE * rise() * lastStepShare;
  }

  private static double lowest(double[] values, int quarter) {
    return Quantiles.quantile(quarter(values, quarter), ENVELOPE_QUANTILE);
  }

  private static double middle(double[] times, int quarter) {
    return Arrays.stream(quarter(times, quarter)).average().orElseThrow();
  }

  private static double[] quarter(double[] values, int index) {
    int begin = values.length * index / 4;
    int end = values.length * (index + 1) / 4;
    return Arrays.copyOfRange(values, begin, end);
  }
}
