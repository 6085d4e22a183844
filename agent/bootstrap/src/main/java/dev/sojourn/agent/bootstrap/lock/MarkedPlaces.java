package dev.sojourn.agent.bootstrap.lock;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Places of a table, each marked or not. Of a large table that is nearly empty the few marked
 * places are found without looking at all. Safe for any thread.
 */
final class MarkedPlaces {
  private final AtomicLongArray words;

  /**
   * Marks none.
   *
   * @param places how many there are
   */
  MarkedPlaces(int places) {
    words = new AtomicLongArray((places - 1) / Long.SIZE + 1);
  }

  void mark(int place) {
    long bit = 1L << place;
    long before = words.get(place / Long.SIZE);
    while ((before & bit) == 0 && !words.compareAndSet(place / Long.SIZE, before, before | bit)) {
      before = words.get(place / Long.SIZE);
    }
  }

  void unmark(int place) {
    long bit = 1L << place;
    long before = words.get(place / Long.SIZE);
    while ((before & bit) != 0 && !words.compareAndSet(place / Long.SIZE, before, before & ~bit)) {
      before = words.get(place / Long.SIZE);
    }
  }

  /** The first marked place from {@code place} on; -1 if there is none. */
  int next(int place) {
    int word = place / Long.SIZE;
    long mask = -1L << place;
    for (; word < words.length(); word++) {
      long bits = words.get(word) & mask;
      if (bits != 0) {
        return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
      }
      mask = -1;
    }
    return -1;
  }
}
