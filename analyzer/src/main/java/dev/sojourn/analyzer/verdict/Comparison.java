package dev.sojourn.analyzer.verdict;

import java.util.List;
import java.util.SortedSet;

/**
 * What a diff says.
 *
 * @param baselineRuns number of runs on one side
 * @param candidateRuns and on the other
 * @param verdicts regressions first, then by name
 * @param missing metrics of the baseline that the candidate lacks
 * @param added metrics of the candidate that the baseline lacks
 * @param unmatchedRules rules of the gate that are about nothing here, as written
 * @param missingBreached whether the gate fails for what is missing
 * @param flames where time was spent in both versions, where that was recorded
 */
public record Comparison(
    int baselineRuns,
    int candidateRuns,
    List<Verdict> verdicts,
    SortedSet<Metric> missing,
    SortedSet<Metric> added,
    List<String> unmatchedRules,
    boolean missingBreached,
    List<FlameDiff> flames) {
  /** Copies the lists. */
  public Comparison {
    verdicts = List.copyOf(verdicts);
    unmatchedRules = List.copyOf(unmatchedRules);
    flames = List.copyOf(flames);
  }

  /** Whether the gate fails. */
  public boolean breached() {
    return missingBreached || verdicts.stream().anyMatch(Verdict::breached);
  }

  /** The verdicts that give an answer. */
  public List<Verdict> answered(Answer answer) {
    return verdicts.stream().filter(verdict -> verdict.answer() == answer).toList();
  }
}
