package dev.sojourn.analyzer.summary;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Collects times by key. */
final class TimeTotals<K extends Comparable<? super K>> {
  private final Map<K, Cell> cells;

  TimeTotals() {
    this(new HashMap<>());
  }

  private TimeTotals(Map<K, Cell> cells) {
    this.cells = cells;
  }

  /** For keys that are dear to compare and mostly one object for all equal ones. */
  static <K extends Comparable<? super K>> TimeTotals<K> byIdentity() {
    return new TimeTotals<K>(new IdentityHashMap<>());
  }

  void add(K key, long nanos) {
    add(key, nanos, 1);
  }

  void add(K key, long nanos, long weight) {
    cells.computeIfAbsent(key, k -> new Cell()).add(nanos, weight);
  }

  Map<K, TimeTotal> build() {
    TreeMap<K, TimeTotal> totals = new TreeMap<>();
    cells.forEach((key, cell) -> totals.merge(key, cell.total(), TimeTotal::plus));
    return Collections.unmodifiableSortedMap(totals);
  }

  /** For epoch seconds as keys. */
  static Series<TimeTotal> series(TimeTotals<Long> bySecond) {
    return Series.ofSeconds(bySecond.build());
  }

  static long second(long epochNanos) {
    return Math.floorDiv(epochNanos, 1_000_000_000L);
  }

  private static final class Cell {
    private long count;
    private long totalNanos;
    private long maxNanos;

    void add(long nanos, long weight) {
      count += weight;
      totalNanos += nanos * weight;
      maxNanos = Math.max(maxNanos, nanos);
    }

    TimeTotal total() {
      return new TimeTotal(count, totalNanos, maxNanos);
    }
  }
}
