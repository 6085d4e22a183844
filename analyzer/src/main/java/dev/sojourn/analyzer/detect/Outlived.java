package dev.sojourn.analyzer.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what piles up outlives the collections that would take it away if nobody used it: it is
 * no less after each of them than it was before.
 */
final class Outlived {
  private Outlived() {}

  /** Whether there was such a collection, and none took anything away. */
  static boolean collections(Course pile, double[] collectedEpochSeconds) {
    int outlived = 0;
    for (double collected : collectedEpochSeconds) {
      int before = lastBefore(pile, collected);
      int after = firstAfter(pile, collected);
      if (before >= 0 && after < pile.size()) {
        if (pile.values()[after] < pile.values()[before]) {
          return false;
        }
        outlived++;
      }
    }
    return outlived > 0;
  }

  /**
   * Whether what collections leave, three of them at least, grows: what else came and went does not
   * matter then.
   */
  static boolean growing(Course pile, double[] collectedEpochSeconds, double leastRise) {
    List<double[]> left = new ArrayList<>();
    int last = -1;
    for (double collected : collectedEpochSeconds) {
      int after = firstAfter(pile, collected);
      if (lastBefore(pile, collected) >= 0 && after < pile.size() && after > last) {
        left.add(new double[] {pile.epochSeconds()[after], pile.values()[after]});
        last = after;
      }
    }
    Course floor =
        new Course(
            left.stream().mapToDouble(point -> point[0]).toArray(),
            left.stream().mapToDouble(point -> point[1]).toArray());
    return Growth.ofFew(floor, leastRise).or(() -> Growth.of(floor, leastRise)).isPresent();
  }

  /** The first point of which all was measured after a collection and what follows it. */
  private static int firstAfter(Course pile, double epochSecond) {
    int after = lastBefore(pile, epochSecond) + 2;
    while (after < pile.size() && pile.epochSeconds()[after] <= epochSecond) {
      after++;
    }
    return after;
  }

  private static int lastBefore(Course pile, double epochSecond) {
    int last = -1;
    while (last + 1 < pile.size() && pile.epochSeconds()[last + 1] < epochSecond) {
      last++;
    }
    return last;
  }
}
