package dev.sojourn.analyzer.verdict;

/**
 * What a gate asks of a metric.
 *
 * @param toleratedRatio the worsening that is accepted: a regression is one that is surely beyond
 *     it
 * @param leastEffectRatio a smaller worsening does not matter, however sure
 * @param regressed what to make of a regression
 * @param inconclusive what to make of no answer
 */
public record Tolerance(
    double toleratedRatio, double leastEffectRatio, Policy regressed, Policy inconclusive) {
  /** No worsening is accepted; below two percent it does not matter. */
  public static final Tolerance DEFAULT = new Tolerance(0, 0.02, Policy.FAIL, Policy.PASS);

  /** The same that makes nothing of a regression, or of no answer. */
  public Tolerance with(Policy ofRegressed, Policy ofInconclusive) {
    return new Tolerance(toleratedRatio, leastEffectRatio, ofRegressed, ofInconclusive);
  }

  /** The policy that the gate has for an answer. */
  public Policy policyOf(Answer answer) {
    return switch (answer) {
      case REGRESSED -> regressed;
      case INCONCLUSIVE -> inconclusive;
      case NOT_REGRESSED -> Policy.PASS;
    };
  }

  /** The change that "not regressed by more than" means. */
  public double limitRatio() {
    return Math.max(toleratedRatio, leastEffectRatio);
  }
}
