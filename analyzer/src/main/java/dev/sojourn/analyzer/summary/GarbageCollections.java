package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Garbage collections and the pauses that they made.
 *
 * @param collections whole collections by kind, concurrent time included
 * @param pausesByKind sums of pauses by kind
 * @param pauses lengths of the single pauses
 * @param pauseSeries pauses by time
 * @param collectors samples by young and old collector, such as {@code G1New, G1Old}
 */
public record GarbageCollections(
    Map<CollectionKey, TimeTotal> collections,
    Map<CollectionKey, TimeTotal> pausesByKind,
    Distribution pauses,
    Series<TimeTotal> pauseSeries,
    Map<String, Long> collectors)
    implements Part<GarbageCollections> {
  /** Nothing. */
  public static final GarbageCollections EMPTY =
      new GarbageCollections(Map.of(), Map.of(), Distribution.empty(), Series.empty(), Map.of());

  @Override
  public GarbageCollections plus(GarbageCollections other) {
    return new GarbageCollections(
        Sums.ofParts(collections, other.collections),
        Sums.ofParts(pausesByKind, other.pausesByKind),
        pauses.plus(other.pauses),
        pauseSeries.plus(other.pauseSeries),
        Sums.ofCounts(collectors, other.collectors));
  }
}
