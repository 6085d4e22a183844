package dev.sojourn.analyzer.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The jobs as HTML: figures, course over time and breakdown of each. */
final class HtmlJobs {
  private static final List<String> COMPONENTS =
      List.of(
          "queued",
          "late",
          "blocked",
          "parked",
          "waited",
          "socket",
          "file",
          "slept",
          "gc",
          "cpu",
          "throttled",
          "unexplained");

  private HtmlJobs() {}

  static void addTo(Markup html, List<JobEntry> jobs) {
    html.open("section", "aria-labelledby", "jobs").element("h2", "Jobs", "id", "jobs");
    if (jobs.isEmpty()) {
      html.element("p", "None were recorded.").closeBlock("section");
      return;
    }
    addLegend(html);
    for (JobEntry job : jobs) {
      add(html, job);
    }
    html.closeBlock("section");
  }

  private static void addLegend(Markup html) {
    html.open("ul", "class", "legend", "aria-label", "Components of the sojourn time");
    for (String component : COMPONENTS) {
      html.open("li").open("i", "class", "c-" + component).close("i");
      html.text(component).close("li");
    }
    html.closeBlock("ul");
  }

  private static void add(Markup html, JobEntry job) {
    html.open("article", "class", "job").open("h3").name(job.job()).close("h3");
    html.element("p", JobSection.counts(job), "class", "counts");
    html.open("div", "class", "columns");
    addTimes(html, job);
    html.open("div", "class", "pictures");
    Sparkline.addTo(html, job.course());
    addBar(html, "mean", job.breakdown(), ComponentShare::shareRatio);
    addBar(html, "p99", job.breakdown(), ComponentShare::p99ShareRatio);
    html.close("div").close("div").closeBlock("article");
  }

  private static void addTimes(Markup html, JobEntry job) {
    html.open("table").open("thead").open("tr").element("td", "");
    for (String quantile : List.of("p50", "p90", "p99", "max")) {
      html.element("th", quantile, "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
    addTimes(html, "sojourn", job.sojourn());
    addTimes(html, "waiting", job.waiting());
    addTimes(html, "service", job.service());
    html.close("tbody").closeBlock("table");
  }

  private static void addTimes(Markup html, String label, Quantiles times) {
    html.open("tr").element("th", label, "scope", "row");
    for (long nanos :
        new long[] {times.p50Nanos(), times.p90Nanos(), times.p99Nanos(), times.maxNanos()}) {
      html.element("td", times.equals(Quantiles.NONE) ? "–" : Quantity.nanos(nanos));
    }
    html.close("tr");
  }

  static void addBar(
      Markup html,
      String label,
      List<ComponentShare> breakdown,
      ToDoubleFunction<ComponentShare> share) {
    if (breakdown.isEmpty()) {
      return;
    }
    html.open("div", "class", "breakdown").element("span", label, "class", "label");
    html.open("span", "class", "bar", "role", "img", "aria-label", words(breakdown, share));
    for (ComponentShare component : breakdown) {
      double ratio = share.applyAsDouble(component);
      String title = component.component() + " " + Quantity.share(ratio);
      String width = String.format(Locale.ROOT, "width:%.2f%%", ratio * 100);
      html.element(
          "span", "", "class", "c-" + component.component(), "style", width, "title", title);
    }
    html.close("span").closeBlock("div");
  }

  private static String words(
      List<ComponentShare> breakdown, ToDoubleFunction<ComponentShare> share) {
    StringBuilder words = new StringBuilder();
    for (ComponentShare component : breakdown) {
      words.append(words.isEmpty() ? "" : ", ").append(component.component()).append(' ');
      words.append(Quantity.share(share.applyAsDouble(component)));
    }
    return words.toString();
  }
}
