package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/**
 * Control of the false discovery rate over a family of tests. Where no hypothesis is false, the
 * chance that anything at all is rejected is at most the rate too.
 *
 * <p>In two stages: what the first rejects tells how many hypotheses can be true at most, and the
 * second spends the rate on those only. Benjamini, Krieger and Yekutieli, "Adaptive linear step-up
 * procedures that control the false discovery rate", Biometrika 93(3), 2006, definition 6.
 */
public final class FalseDiscoveries {
  private FalseDiscoveries() {}

  /**
   * The p-value at and below which hypotheses are rejected: never less than {@code rate / (1 +
   * rate) / n}, which is what a single true effect must reach.
   *
   * @param pValues one for each test, in any order
   * @param rate the false discovery rate that is accepted
   */
  public static double threshold(double[] pValues, double rate) {
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double stageRate = rate / (1 + rate);
    int rejected = rejected(sorted, stageRate);
    if (rejected > 0 && rejected < n) {
      stageRate *= n / (double) (n - rejected);
      rejected = rejected(sorted, stageRate);
    }
    return stageRate * Math.max(1, rejected) / Math.max(1, n);
  }

  /** Benjamini and Hochberg, J. R. Statist. Soc. B 57(1), 1995. */
  private static int rejected(double[] sorted, double rate) {
    int n = sorted.length;
    int rank = n;
    while (rank > 0 && sorted[rank - 1] > rate * rank / n) {
      rank--;
    }
    return rank;
  }
}
