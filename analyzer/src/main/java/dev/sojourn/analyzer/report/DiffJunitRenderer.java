package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Verdict;
import java.util.stream.Collectors;

/**
 * What a diff says as a JUnit report, which every CI server shows: a test case per metric. What
 * breaches the gate fails, what is inconclusive is skipped.
 */
public final class DiffJunitRenderer {
  /** The whole comparison; ends with a line break. */
  public String render(Comparison comparison) {
    long missing = comparison.missingBreached() ? comparison.missing().size() : 0;
    long failures = comparison.verdicts().stream().filter(Verdict::breached).count() + missing;
    long skipped = comparison.verdicts().stream().filter(DiffJunitRenderer::skipped).count();
    Markup xml = new Markup();
    xml.open(
        "testsuite",
        "name",
        "sojourn diff",
        "tests",
        String.valueOf(comparison.verdicts().size() + missing),
        "failures",
        String.valueOf(failures),
        "errors",
        "0",
        "skipped",
        String.valueOf(skipped));
    comparison.verdicts().forEach(verdict -> add(xml, verdict));
    if (comparison.missingBreached()) {
      comparison.missing().forEach(metric -> addMissing(xml, metric));
    }
    xml.closeBlock("testsuite");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml;
  }

  private static void add(Markup xml, Verdict verdict) {
    open(xml, verdict.metric());
    String sentence = Change.sentence(verdict);
    if (verdict.breached()) {
      String causes =
          verdict.causes().stream()
              .map(cause -> Quantity.share(cause.share()) + " " + CauseText.of(cause))
              .collect(Collectors.joining("; "));
      xml.element("failure", causes, "message", sentence, "type", verdict.answer().label());
    } else if (skipped(verdict)) {
      xml.element("skipped", "", "message", sentence);
    } else {
      xml.element("system-out", sentence);
    }
    xml.closeBlock("testcase");
  }

  private static boolean skipped(Verdict verdict) {
    return verdict.answer() == Answer.INCONCLUSIVE && !verdict.breached();
  }

  private static void addMissing(Markup xml, Metric metric) {
    open(xml, metric);
    xml.element("failure", "", "message", "the candidate has no such metric", "type", "missing");
    xml.closeBlock("testcase");
  }

  private static void open(Markup xml, Metric metric) {
    String subject = metric.subject().isEmpty() ? "sojourn" : metric.subject();
    xml.open("testcase", "classname", subject, "name", metric.name());
  }
}
