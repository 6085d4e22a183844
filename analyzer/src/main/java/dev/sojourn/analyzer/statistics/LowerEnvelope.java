package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/**
 * The lower envelope of a series in four quarters of equal length: what stays when the sawtooth of
 * use and release is taken away.
 *
 * @param first level of the first quarter
 * @param second of the second
 * @param third of the third
 * @param fourth of the fourth
 */
public record LowerEnvelope(double first, double second, double third, double fourth) {
  /**
   * A steady rise has all three steps alike; one that fills up and stops, as caches do, halves them
   * at least. The last step must be this share of the mean one.
   */
  private static final double STEADY_SHARE = 0.6;

  /** The lowest tenth of a quarter is the envelope, so that a single low value does not decide. */
  private static final double ENVELOPE_QUANTILE = 0.1;

  /**
   * The envelope of values at equal distances.
   *
   * @throws IllegalArgumentException if there are fewer than four
   */
  public static LowerEnvelope of(double[] values) {
    if (values.length < 4) {
      throw new IllegalArgumentException("four values needed, got " + values.length);
    }
    return new LowerEnvelope(
        quarter(values, 0), quarter(values, 1), quarter(values, 2), quarter(values, 3));
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
    return fourth - third >= STEADY_SHARE * rise() / 3;
  }

  private static double quarter(double[] values, int index) {
    int begin = values.length * index / 4;
    int end = values.length * (index + 1) / 4;
    return Quantiles.quantile(Arrays.copyOfRange(values, begin, end), ENVELOPE_QUANTILE);
  }
}
