package dev.sojourn.analyzer.verdict;

/**
 * A method whose own cost changed by more than runs of one version differ.
 *
 * @param method class and method of the innermost frame outside the JDK
 * @param baseline mean cost there each second, callees that are not the JDK's left out
 * @param candidate the same in the candidate
 * @param movedFrom the method that lost as much as this one gained; empty for none
 */
public record MethodChange(String method, double baseline, double candidate, String movedFrom) {
  /** How much more the candidate costs. */
  public double change() {
    return candidate - baseline;
  }

  /** The same, recognised as a cost that another method had before. */
  public MethodChange movedFrom(String other) {
    return new MethodChange(method, baseline, candidate, other);
  }
}
