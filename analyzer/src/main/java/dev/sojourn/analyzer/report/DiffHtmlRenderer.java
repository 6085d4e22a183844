package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Cause;
import dev.sojourn.analyzer.verdict.Comparison;
import dev.sojourn.analyzer.verdict.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * What a diff says as one HTML file that loads nothing from anywhere and runs no script, with
 * differential flame graphs.
 */
public final class DiffHtmlRenderer {
  /** The whole file. */
  public String render(Comparison comparison) {
    Markup body = new Markup();
    body.open("header").element("h1", "Sojourn diff");
    body.element("p", Change.runs(comparison) + ". " + Change.counts(comparison));
    if (comparison.breached()) {
      body.element("p", "The gate is breached.", "class", "incomplete");
    }
    body.closeBlock("header");
    for (Answer answer : Answer.values()) {
      addVerdicts(body, answer, comparison.answered(answer));
    }
    comparison.flames().forEach(flame -> FlameMarkup.addTo(body, flame));
    return HtmlRenderer.page(
        body, HtmlRenderer.resource("report.css") + HtmlRenderer.resource("flame.css"));
  }

  private static void addVerdicts(Markup html, Answer answer, List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return;
    }
    String name = answer.label().replace('-', ' ');
    html.element("h2", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    html.open("table", "class", "verdicts").open("thead").open("tr");
    for (String head :
        List.of("metric", "baseline", "candidate", "change", "95 % interval", "detectable")) {
      html.element("th", head, "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
    verdicts.forEach(verdict -> addVerdict(html, verdict));
    html.close("tbody").closeBlock("table");
  }

  private static void addVerdict(Markup html, Verdict verdict) {
    html.open("tr").open("th", "scope", "row").name(Change.name(verdict.metric()));
    for (Cause cause : verdict.causes()) {
      html.element("small", Quantity.share(cause.share()) + " " + CauseText.of(cause));
    }
    html.close("th");
    html.element("td", Change.level(verdict.effect().baseline(), verdict.metric()));
    html.element("td", Change.level(verdict.effect().candidate(), verdict.metric()));
    html.element("td", Change.signed(verdict.effect().changeRatio()));
    html.element("td", Change.interval(verdict.effect()));
    html.element("td", Change.detectable(verdict.effect()));
    html.closeBlock("tr");
  }
}
