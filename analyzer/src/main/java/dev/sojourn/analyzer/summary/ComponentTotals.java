package dev.sojourn.analyzer.summary;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Collects times by component, by key. */
final class ComponentTotals<K extends Comparable<? super K>> {
  private static final int RUNS = Component.values().length;

  private final Map<K, long[]> cells = new HashMap<>();

  // the second of one run is mostly that of the run before
  private K last;
  private long[] lastCell;

  /** Adds the times of one run, by the ordinal of the component, a number of times. */
  void add(K key, long weight, long[] nanos) {
    long[] cell = cell(key);
    for (int i = 0; i < RUNS; i++) {
      cell[i] += nanos[i] * weight;
    }
    cell[RUNS] += weight;
  }

  /** Adds time outside of any run. */
  void add(K key, Component component, long nanos) {
    cell(key)[component.ordinal()] += nanos;
  }

  Map<K, ComponentTimes> build() {
    TreeMap<K, ComponentTimes> times = new TreeMap<>();
    cells.forEach((key, cell) -> times.put(key, ComponentTimes.of(cell[RUNS], cell)));
    return Collections.unmodifiableSortedMap(times);
  }

  private long[] cell(K key) {
    if (lastCell == null || !key.equals(last)) {
      lastCell = cells.computeIfAbsent(key, k -> new long[RUNS + 1]);
      last = key;
    }
    return lastCell;
  }
}
