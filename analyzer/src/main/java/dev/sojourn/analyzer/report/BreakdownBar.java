package dev.sojourn.analyzer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A breakdown as a bar with its legend, on one line. */
final class BreakdownBar {
  private static final int INDENT = 4;
  private static final int BAR_COLUMN = 13;
  private static final int BAR_WIDTH = 30;
  private static final double LEAST_NAMED_RATIO = 0.01;

  // Neighbours differ without colour too.
  private static final char[] FILLS = {'█', '░', '▓', '▒'};

  private BreakdownBar() {}

  static void addTo(
      Page page,
      String label,
      List<ComponentShare> breakdown,
      ToDoubleFunction<ComponentShare> share) {
    List<ComponentShare> shown = new ArrayList<>();
    breakdown.stream().filter(c -> share.applyAsDouble(c) > 0).forEach(shown::add);
    Line line = page.line().at(INDENT).add(label, Style.FAINT).at(BAR_COLUMN);
    addBar(line, shown, share);
    line.at(BAR_COLUMN + BAR_WIDTH + 2);
    for (int i = 0; i < shown.size(); i++) {
      addLegend(page, line, fill(i), shown.get(i), share.applyAsDouble(shown.get(i)));
    }
    page.add(line);
  }

  private static void addBar(
      Line line, List<ComponentShare> shown, ToDoubleFunction<ComponentShare> share) {
    double sum = 0;
    int drawn = 0;
    for (int i = 0; i < shown.size(); i++) {
      sum += share.applyAsDouble(shown.get(i));
      int end = (int) Math.min(BAR_WIDTH, Math.round(sum * BAR_WIDTH));
      String part = String.valueOf(fill(i)).repeat(Math.max(0, end - drawn));
      line.add(part, Style.ofComponent(shown.get(i).component()));
      drawn = Math.max(drawn, end);
    }
  }

  private static void addLegend(
      Page page, Line line, char fill, ComponentShare component, double ratio) {
    String text = component.component() + " " + Quantity.share(ratio);
    boolean fits = line.width() + text.length() + 2 <= page.widthColumns();
    if (ratio >= LEAST_NAMED_RATIO && fits) {
      line.add(String.valueOf(fill), Style.ofComponent(component.component()));
      line.add(" " + text + "  ");
    }
  }

  private static char fill(int index) {
    return FILLS[index % FILLS.length];
  }
}
