package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.compare.Comparer;
import dev.sojourn.analyzer.compare.Condition;
import dev.sojourn.analyzer.compare.Conditions;
import dev.sojourn.analyzer.compare.Explainer;
import dev.sojourn.analyzer.compare.NotComparableException;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Noise;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands have in common that compare two sides. */
final class Diff {
  private Diff() {}

  /** Ends the command, a line for each reason, where no comparison can be about the program. */
  static void requireComparable(
      RunInputs baseline, RunInputs candidate, Set<Condition> waived, CommandSpec spec) {
    List<String> faults =
        Conditions.faults(baseline.recorded(), candidate.recorded(), waived).stream()
            .map(fault -> "not comparable: " + fault)
            .toList();
    Faults.stopAt(faults, CommandFailure::input, spec);
  }

  /** Compares the sides and explains what regressed. */
  static Comparison of(
      Gate gate, Map<Metric, Noise> noise, RunInputs baseline, RunInputs candidate) {
    try {
      Comparison comparison =
          new Comparer(gate, noise)
              .compare(baseline.alignedWith(candidate), candidate.alignedWith(baseline));
      return new Explainer(baseline.recorded(), candidate.recorded()).explained(comparison);
    } catch (NotComparableException e) {
      throw CommandFailure.input("not comparable: " + e.getMessage(), e);
    }
  }
}
