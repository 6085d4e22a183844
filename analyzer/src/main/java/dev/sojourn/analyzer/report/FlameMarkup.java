package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.FlameDiff;
import dev.sojourn.analyzer.verdict.FlameDiff.Measure;
import dev.sojourn.analyzer.verdict.FrameCost;
import dev.sojourn.analyzer.verdict.MethodChange;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A differential flame graph as nested lists: a frame's list holds what it called. More is red and
 * marked with a plus, less is blue and marked with a minus.
 */
final class FlameMarkup {
  /** Narrower frames cannot be seen, and would make the file large. */
  private static final double NARROWEST = 0.004;

  /** Changes below this part of a frame are not coloured. */
  private static final double UNCHANGED = 0.1;

  private static final double STRONG = 0.5;

  private FlameMarkup() {}

  static void addTo(Markup html, FlameDiff flame) {
    Measure measure = flame.measure();
    FrameCost root = flame.root();
    html.open("section").element("h2", FlameText.title(measure));
    String costs = FlameText.change(measure, root.baseline(), root.candidate());
    html.element("p", "Each second " + costs + ".");
    addMethods(html, measure, flame.methods());
    html.open(
        "div", "class", "flame", "role", "region", "aria-label", "Flame graph", "tabindex", "0");
    html.open("ul");
    addFrame(html, measure, root, root.extent(), root.extent());
    html.close("ul").closeBlock("div");
    html.closeBlock("section");
  }

  private static void addMethods(Markup html, Measure measure, List<MethodChange> methods) {
    if (methods.isEmpty()) {
      html.element("p", "No method changed by more than the runs of one version differ.");
      return;
    }
    html.open("table").open("thead").open("tr");
    for (String head : List.of("method", "baseline", "candidate", "only moved from")) {
      html.element("th", head, "scope", "col");
    }
    html.close("tr").close("thead").open("tbody");
    for (MethodChange change : methods) {
      html.open("tr").open("th", "scope", "row").name(change.method()).close("th");
      html.element("td", FlameText.amount(measure, change.baseline()));
      html.element("td", FlameText.amount(measure, change.candidate()));
      html.open("td").name(change.movedFrom()).close("td").closeBlock("tr");
    }
    html.close("tbody").closeBlock("table");
  }

  /**
   * Adds a frame and what it called.
   *
   * @param whole extent of the root
   * @param room extent of the caller, which takes the whole width of its list
   */
  private static void addFrame(
      Markup html, Measure measure, FrameCost frame, double whole, double room) {
    double extent = frame.extent();
    String words = words(measure, frame);
    html.open("li", "style", "width:" + percent(extent / room));
    html.element("span", words, "class", colour(frame), "title", words);
    List<FrameCost> seen =
        frame.callees().stream()
            .filter(callee -> callee.extent() >= NARROWEST * whole)
            .sorted(Comparator.comparing(FrameCost::frame))
            .toList();
    if (!seen.isEmpty()) {
      html.open("ul");
      seen.forEach(callee -> addFrame(html, measure, callee, whole, extent));
      html.close("ul");
    }
    html.closeBlock("li");
  }

  private static String words(Measure measure, FrameCost frame) {
    double change = frame.change();
    String sign = colour(frame).equals("same") ? "" : change > 0 ? "+ " : "− ";
    String costs = FlameText.change(measure, frame.baseline(), frame.candidate());
    return sign + frame.frame() + " · " + costs;
  }

  private static String colour(FrameCost frame) {
    double ratio = frame.change() / Math.max(frame.baseline(), frame.candidate());
    if (!(Math.abs(ratio) >= UNCHANGED)) {
      return "same";
    }
    return (ratio > 0 ? "more" : "less") + (Math.abs(ratio) >= STRONG ? " strong" : "");
  }

  private static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.3f%%", 100 * ratio);
  }
}
