package dev.sojourn.analyzer.verdict;

import java.util.List;

/**
 * The answer for one metric.
 *
 * @param metric what was compared
 * @param answer what the data say
 * @param effect how much, how surely
 * @param limitRatio the worsening meant by "not regressed by more than"
 * @param baselineRuns how many runs gave a number on one side
 * @param candidateRuns and on the other
 * @param breached whether the gate fails for it
 * @param causes what moved with it, strongest first; empty where it did not regress or nothing did
 */
public record Verdict(
    Metric metric,
    Answer answer,
    Effect effect,
    double limitRatio,
    int baselineRuns,
    int candidateRuns,
    boolean breached,
    List<Cause> causes) {
  /** Copies the causes. */
  public Verdict {
    causes = List.copyOf(causes);
  }

  /** The same verdict, explained. */
  public Verdict withCauses(List<Cause> known) {
    return new Verdict(
        metric, answer, effect, limitRatio, baselineRuns, candidateRuns, breached, known);
  }
}
