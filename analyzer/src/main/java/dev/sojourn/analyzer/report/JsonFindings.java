package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import java.io.IOException;

/** Findings as members of the report's JSON. */
final class JsonFindings {
  private final JsonOutput out;

  JsonFindings(JsonOutput out) {
    this.out = out;
  }

  void write(FindingEntry entry) throws IOException {
    Finding finding = entry.finding();
    out.text("kind", finding.kind().label());
    out.text("category", finding.category().label());
    out.text("severity", finding.severity().label());
    out.text("confidence", finding.confidence().label());
    out.text("title", entry.title());
    out.text("advice", entry.advice());
    out.texts("jobs", finding.jobs());
    out.object("culprit", () -> writeCulprit(finding.culprit()));
    if (finding.sinceEpochNanos().isPresent()) {
      out.instant("since", finding.sinceEpochNanos().getAsLong());
    }
    out.object("impact", () -> writeImpact(finding.impact()));
    out.array("evidence", finding.evidence(), this::writeEvidence);
    out.texts("caveats", entry.caveats());
  }

  private void writeCulprit(Culprit culprit) throws IOException {
    out.knownText("method", culprit.method());
    out.knownLine("line", culprit.line());
    out.knownText("lock", culprit.lock());
    out.knownText("thread", culprit.thread());
    out.knownText("endpoint", culprit.endpoint());
    out.knownText("path", culprit.path());
    out.knownText("executor", culprit.executor());
    out.knownText("className", culprit.className());
  }

  private void writeImpact(Impact impact) throws IOException {
    out.text("metric", impact.metric().label());
    out.number("from", impact.from());
    out.number("to", impact.to());
    out.share("share", impact.share());
  }

  private void writeEvidence(Evidence evidence) throws IOException {
    out.text("label", evidence.label());
    out.number("value", evidence.value());
    out.text("unit", evidence.unit());
  }
}
