package dev.sojourn.analyzer.verdict;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of a comparison.
 *
 * @param rules in the order in which they are tried
 * @param fallback what is asked where no rule matches
 * @param missing what to make of a metric that the baseline has and the candidate lacks
 * @param falseAlarmRatio the part of comparisons of unchanged code that may report anything at all
 */
public record Gate(
    List<GateRule> rules, Tolerance fallback, Policy missing, double falseAlarmRatio) {
  /** Accepted in total where a gate says nothing else. */
  public static final double FALSE_ALARM_RATIO = 0.05;

  /** No gate: whatever the answers are, nothing is breached. */
  public static final Gate NONE = of(Tolerance.DEFAULT.with(Policy.PASS, Policy.PASS));

  /** Copies the rules. */
  public Gate {
    rules = List.copyOf(rules);
  }

  /** A gate that asks the same of every metric. */
  public static Gate of(Tolerance tolerance) {
    return new Gate(List.of(), tolerance, Policy.PASS, FALSE_ALARM_RATIO);
  }

  /** What is asked of a metric; empty where it is left out. */
  public Optional<Tolerance> toleranceOf(Metric metric) {
    return rules.stream()
        .filter(rule -> rule.matches(metric))
        .findFirst()
        .map(GateRule::tolerance)
        .orElse(Optional.of(fallback));
  }
}
