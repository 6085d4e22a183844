package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/**
 * Control of the false discovery rate over a family of tests. Where no hypothesis is false, the
 * chance that anything at all is rejected is at most the rate too.
 *
 * <p>Benjamini and Hochberg, "Controlling the false discovery rate", J. R. Statist. Soc. B 57(1),
 * 1995.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The p-value at and below which hypotheses are rejected: never less than {@code rate / n}, which
   * is what a single true effect must reach.
   *
   * @param pValues one for each test, in any order
   * @param rate the false discovery rate that is accepted
   */
  public static double threshold(double[] pValues, double rate) {
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    for (int rank = n; rank > 0; rank--) {
      if (sorted[rank - 1] <= rate * rank / n) {
        return rate * rank / n;
      }
    }
    return n == 0 ? rate : rate / n;
  }
}
