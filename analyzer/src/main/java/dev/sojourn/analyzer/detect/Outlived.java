package dev.sojourn.analyzer.detect;

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
      int after = before + 2;
      while (after < pile.size() && pile.epochSeconds()[after] <= collected) {
        after++;
      }
      if (before >= 0 && after < pile.size()) {
        if (pile.values()[after] < pile.values()[before]) {
          return false;
        }
        outlived++;
      }
    }
    return outlived > 0;
  }

  private static int lastBefore(Course pile, double epochSecond) {
    int last = -1;
    while (last + 1 < pile.size() && pile.epochSeconds()[last + 1] < epochSecond) {
      last++;
    }
    return last;
  }
}
