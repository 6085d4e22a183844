package dev.sojourn.analyzer.summary;

import java.util.HashMap;
import java.util.Map;

/** Collects parts by key, for what is rare enough to be added one by one. */
final class Accumulation<K extends Comparable<? super K>, P extends Part<P>> {
  private final Map<K, P> sums = new HashMap<>();

  void add(K key, P part) {
    sums.merge(key, part, Part::plus);
  }

  Map<K, P> build() {
    return Sums.sorted(sums);
  }

  /** For epoch seconds as keys. */
  static <P extends Part<P>> Series<P> series(Accumulation<Long, P> bySecond) {
    return Series.ofSeconds(bySecond.sums);
  }
}
