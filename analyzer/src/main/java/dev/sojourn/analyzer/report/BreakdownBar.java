package dev.sojourn.analyzer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A breakdown as a bar with its legend, on one line. */
final class BreakdownBar {
  private static final int INDENT = 4;
  private static final int BAR_COLUMN = 13;
  private static final int BAR_WIDTH = 24;
  private static final int LEGEND_COLUMN = BAR_COLUMN + BAR_WIDTH + 2;
  private static final String GAP = "  ";
  private static final double LEAST_NAMED_RATIO = 0.01;

  // Neighbours differ without colour too.
  private static final char[] FILLS = {'█', '░', '▓', '▒'};

  private BreakdownBar() {}

  static void addTo(
      Page page,
      String label,
      List<ComponentShare> breakdown,
      ToDoubleFunction<ComponentShare> share) {
    List<ComponentShare> shown =
        breakdown.stream().filter(c -> share.applyAsDouble(c) > 0).toList();
    Line line = page.line().at(INDENT).add(label, Style.FAINT).at(BAR_COLUMN);
    addBar(line, shown, share);
    line.at(LEGEND_COLUMN);
    Set<ComponentShare> named = named(shown, share, page.widthColumns() - LEGEND_COLUMN);
    for (int i = 0; i < shown.size(); i++) {
      if (named.contains(shown.get(i))) {
        line.add(String.valueOf(fill(i)), Style.ofComponent(shown.get(i).component()));
        line.add(legend(shown.get(i), share));
      }
    }
    page.add(line);
  }

  /** The greatest that fit. */
  private static Set<ComponentShare> named(
      List<ComponentShare> shown, ToDoubleFunction<ComponentShare> share, int room) {
    List<ComponentShare> greatestFirst = new ArrayList<>(shown);
    greatestFirst.sort(Comparator.comparingDouble(share).reversed());
    Set<ComponentShare> named = new HashSet<>();
    int rest = room;
    for (ComponentShare component : greatestFirst) {
      rest -= 1 + legend(component, share).length();
      if (rest < -GAP.length() || share.applyAsDouble(component) < LEAST_NAMED_RATIO) {
        return named;
      }
      named.add(component);
    }
    return named;
  }

  private static String legend(ComponentShare component, ToDoubleFunction<ComponentShare> share) {
    return " " + component.component() + " " + Quantity.share(share.applyAsDouble(component)) + GAP;
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

  private static char fill(int index) {
    return FILLS[index % FILLS.length];
  }
}
