package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The findings as text. */
final class FindingSection {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final int INDENT = 3;
  private static final int COLUMN = 13;
  private static final int MAX_VICTIMS = 5;

  private final ZoneId zone;

  FindingSection(ZoneId zone) {
    this.zone = zone;
  }

  void addTo(Page page, Report report) {
    List<FindingEntry> findings = report.findings();
    if (findings.isEmpty()) {
      page.heading("Findings", "");
      page.add(page.line().add("  " + none(report), Style.GOOD));
      return;
    }
    page.heading("Findings", tally(findings));
    for (int i = 0; i < findings.size(); i++) {
      if (i > 0) {
        page.blank();
      }
      add(page, i + 1, findings.get(i));
    }
  }

  /** Nothing found is good news only as far as it could be looked for. */
  static String none(Report report) {
    return report.unknowns().isEmpty()
        ? "none: nothing harms the jobs of this recording"
        : "none of the kinds that can be told of";
  }

  private static String tally(List<FindingEntry> findings) {
    return List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO).stream()
        .map(severity -> tally(findings, severity))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String tally(List<FindingEntry> findings, Severity severity) {
    long count = findings.stream().filter(f -> f.finding().severity() == severity).count();
    return count == 0 ? "" : count + " " + severity.label();
  }

  private void add(Page page, int rank, FindingEntry entry) {
    Finding finding = entry.finding();
    String severity = finding.severity().label();
    page.add(
        page.line()
            .add(String.format(Locale.ROOT, "%2d ", rank))
            .add(severity.toUpperCase(Locale.ROOT), Style.ofSeverity(severity))
            .at(COLUMN)
            .add(finding.kind().label(), Style.ofSeverity(severity)));
    page.labelled(0, "", INDENT, entry.title(), Style.STRONG);
    page.labelled(INDENT, "culprit", COLUMN, CulpritText.of(finding.culprit()));
    page.labelled(INDENT, "victims", COLUMN, victims(finding.jobs()));
    page.labelled(INDENT, "impact", COLUMN, ImpactText.of(finding.impact()));
    page.labelled(INDENT, "since", COLUMN, since(finding));
    page.labelled(INDENT, "evidence", COLUMN, evidence(finding.evidence()));
    page.labelled(INDENT, "advice", COLUMN, entry.advice());
    String confidence = finding.confidence().label() + " confidence";
    page.labelled(
        INDENT, "note", COLUMN, String.join(" ", joined(confidence + ".", entry.caveats())));
  }

  private static List<String> joined(String first, List<String> rest) {
    List<String> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  private String since(Finding finding) {
    return finding.sinceEpochNanos().isEmpty()
        ? ""
        : TIME.withZone(zone)
            .format(Instant.ofEpochSecond(0, finding.sinceEpochNanos().getAsLong()));
  }

  private static String victims(List<String> jobs) {
    String first = jobs.stream().limit(MAX_VICTIMS).collect(Collectors.joining(", "));
    int more = jobs.size() - MAX_VICTIMS;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String evidence(List<Evidence> evidence) {
    return evidence.stream()
        .map(e -> e.label() + " " + Quantity.of(e.value(), e.unit()))
        .collect(Collectors.joining("; "));
  }
}
