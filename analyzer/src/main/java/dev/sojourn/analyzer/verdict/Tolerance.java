package dev.sojourn.analyzer.verdict;

/**
 * What a gate asks of a metric.
 *
 * @param toleratedRatio the worsening that is accepted: a regression is one that is surely beyond
 *     it
 * @param leastEffectRatio a smaller worsening does not matter, however sure
 * @param inconclusive what to make of no answer
 */
public record Tolerance(double toleratedRatio, double leastEffectRatio, Policy inconclusive) {
  /** No worsening is accepted; below two percent it does not matter. */
  public static final Tolerance DEFAULT = new Tolerance(0, 0.02, Policy.PASS);

  /** The change that "not regressed by more than" means. */
  public double limitRatio() {
    return Math.max(toleratedRatio, leastEffectRatio);
  }
}
