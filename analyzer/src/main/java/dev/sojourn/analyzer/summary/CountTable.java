package dev.sojourn.analyzer.summary;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts by key, for what is counted once a run. */
final class CountTable<K extends Comparable<? super K>> {
  private final Map<K, long[]> cells = new HashMap<>();

  // what is counted is mostly what was counted just before
  private K last;
  private long[] lastCell;

  void add(K key, long count) {
    if (lastCell == null || !key.equals(last)) {
      lastCell = cells.computeIfAbsent(key, k -> new long[1]);
      last = key;
    }
    lastCell[0] += count;
  }

  Map<K, Long> build() {
    TreeMap<K, Long> counts = new TreeMap<>();
    cells.forEach((key, cell) -> counts.put(key, cell[0]));
    return Collections.unmodifiableSortedMap(counts);
  }
}
