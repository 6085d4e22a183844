package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The findings as HTML, a card each. */
final class HtmlFindings {
  private final DateTimeFormatter time;

  HtmlFindings(DateTimeFormatter time) {
    this.time = time;
  }

  void addTo(Markup html, Report report) {
    List<FindingEntry> findings = report.findings();
    html.open("section", "aria-labelledby", "findings");
    html.element("h2", "Findings", "id", "findings");
    if (findings.isEmpty()) {
      html.element("p", FindingSection.none(report), "class", "fine");
    }
    html.open("ol", "class", "findings");
    findings.forEach(finding -> add(html, finding));
    html.close("ol").closeBlock("section");
  }

  private void add(Markup html, FindingEntry entry) {
    Finding finding = entry.finding();
    String severity = finding.severity().label();
    html.open("li", "class", "finding " + severity);
    html.open("p", "class", "kind").element("span", severity, "class", "badge");
    html.text(" " + finding.kind().label() + " · " + finding.confidence().label() + " confidence");
    html.close("p").open("h3").name(entry.title()).close("h3").open("dl");
    row(html, "Culprit", CulpritText.of(finding.culprit()));
    row(html, "Victims", String.join(", ", finding.jobs()));
    row(html, "Impact", ImpactText.of(finding.impact()));
    row(html, "Since", since(finding));
    html.close("dl");
    addEvidence(html, finding.evidence());
    if (!entry.advice().isEmpty()) {
      html.element("p", entry.advice(), "class", "advice");
    }
    HtmlRenderer.addNotes(html, entry.caveats());
    html.closeBlock("li");
  }

  private static void row(Markup html, String label, String value) {
    if (!value.isEmpty()) {
      html.element("dt", label).open("dd").name(value).close("dd");
    }
  }

  private String since(Finding finding) {
    return finding.sinceEpochNanos().isEmpty()
        ? ""
        : time.format(Instant.ofEpochSecond(0, finding.sinceEpochNanos().getAsLong()));
  }

  private static void addEvidence(Markup html, List<Evidence> evidence) {
    if (evidence.isEmpty()) {
      return;
    }
    html.open("ul", "class", "evidence");
    for (Evidence each : evidence) {
      html.open("li").element("span", each.label(), "class", "label");
      html.element("span", Quantity.of(each.value(), each.unit()), "class", "value").close("li");
    }
    html.closeBlock("ul");
  }
}
