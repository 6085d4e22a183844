package dev.sojourn.analyzer.finding;

import java.util.Comparator;
import java.util.List;

/**
 * All that an analysis found.
 *
 * @param findings strongest first, in an order that depends on nothing but the findings
 * @param unknowns the kinds of which nothing can be told
 */
public record Findings(List<Finding> findings, List<Unknown> unknowns) {
  private static final Comparator<Finding> STRONGEST_FIRST =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(finding -> finding.impact().share(), Comparator.reverseOrder())
          .thenComparing(Finding::confidence, Comparator.reverseOrder())
          .thenComparing(Finding::kind)
          .thenComparing(finding -> finding.culprit().toString())
          .thenComparing(finding -> finding.jobs().toString());

  /** Nothing found, nothing unknown. */
  public static final Findings NONE = new Findings(List.of(), List.of());

  public Findings {
    findings = findings.stream().sorted(STRONGEST_FIRST).toList();
    unknowns = unknowns.stream().sorted(Comparator.comparing(Unknown::kind)).toList();
  }
}
