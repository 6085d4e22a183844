package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.Bounds;
import dev.sojourn.analyzer.summary.NameSort;
import dev.sojourn.analyzer.summary.Resolution;
import java.util.ArrayList;
import java.util.List;

/** What is told together because there was too much of it, in words. */
final class BoundCaveats {
  private BoundCaveats() {}

  static List<String> of(Bounds bounds) {
    List<String> caveats = new ArrayList<>();
    bounds.names().forEach((sort, count) -> caveats.add(names(sort, count)));
    if (bounds.cutsStacks()) {
      caveats.add(stacks(bounds.frames()));
    }
    if (bounds.baseline()) {
      caveats.add(
          "A baseline: courses, holders of locks and findings are not in it; summarize --full keeps"
              + " them.");
    }
    return caveats;
  }

  private static String names(NameSort sort, long count) {
    return "Of "
        + Quantity.count(count)
        + " "
        + sort.plural()
        + " the "
        + Quantity.count(Resolution.MOST_NAMES)
        + " with most time are told apart, the rest together.";
  }

  private static String stacks(int frames) {
    String kept = frames == 1 ? "one frame" : frames + " frames";
    return "There are too many different stack traces: "
        + (frames == 0 ? "no place is told" : "the innermost " + kept + " of each are kept")
        + ".";
  }
}
