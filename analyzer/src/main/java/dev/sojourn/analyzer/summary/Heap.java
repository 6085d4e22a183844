package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Use of the heap, in bytes.
 *
 * @param live used after a collection, by the collection's name (such as {@code G1New}; empty where
 *     it is not known) and time
 * @param before used before a collection, by time
 * @param committed by time
 */
public record Heap(Map<String, Series<Gauge>> live, Series<Gauge> before, Series<Gauge> committed)
    implements Part<Heap> {
  /** Nothing. */
  public static final Heap EMPTY = new Heap(Map.of(), Series.empty(), Series.empty());

  @Override
  public Heap plus(Heap other) {
    return new Heap(
        Sums.ofParts(live, other.live), before.plus(other.before), committed.plus(other.committed));
  }
}
