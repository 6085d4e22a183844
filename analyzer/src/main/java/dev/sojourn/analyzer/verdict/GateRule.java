package dev.sojourn.analyzer.verdict;

import java.util.Optional;

/**
 * One rule of a gate. The first rule that matches a metric decides about it.
 *
 * @param subject which jobs, locks or benchmarks
 * @param metric which of their metrics
 * @param tolerance what is asked; empty where matching metrics are left out of the comparison
 */
public record GateRule(NamePattern subject, NamePattern metric, Optional<Tolerance> tolerance) {
  /** Whether the rule is about a metric. */
  public boolean matches(Metric candidate) {
    return subject.matches(candidate.subject()) && metric.matches(candidate.name());
  }

  /** The patterns as written, for messages. */
  public String text() {
    return "subject \"%s\", metric \"%s\"".formatted(subject, metric);
  }
}
