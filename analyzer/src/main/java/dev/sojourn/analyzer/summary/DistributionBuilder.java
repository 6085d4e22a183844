package dev.sojourn.analyzer.summary;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects values; compacts them when they have become many. */
final class DistributionBuilder {
  private static final int MOST_PENDING = 4_096;

  private long[] pending = new long[8];
  private final SortedMap<Long, Long> weighted = new TreeMap<>();
  private int size;
  private Distribution sum = Distribution.empty();

  void add(long nanos, long weight) {
    if (weight == 1) {
      if (size == pending.length) {
        makeRoom();
      }
      pending[size++] = nanos;
    } else {
      weighted.merge(nanos, weight, Long::sum);
      if (weighted.size() >= MOST_PENDING) {
        compactWeighted();
      }
    }
  }

  void add(Distribution distribution) {
    sum = sum.plus(distribution);
  }

  Distribution build() {
    compact();
    compactWeighted();
    return sum;
  }

  private void makeRoom() {
    if (size >= MOST_PENDING) {
      compact();
    } else {
      pending = Arrays.copyOf(pending, size * 2);
    }
  }

  private void compact() {
    Arrays.sort(pending, 0, size);
    sum = sum.plus(Distribution.ofSorted(pending, size));
    size = 0;
  }

  private void compactWeighted() {
    sum = sum.plus(Distribution.ofWeighted(weighted));
    weighted.clear();
  }
}
