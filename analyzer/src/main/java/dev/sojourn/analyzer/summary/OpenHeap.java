package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.HeapUse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Uses of the heap whose collection another chunk tells of.
 *
 * @param uses uses after a collection that its chunk does not name
 * @param collectionNames names of the collections that began before their chunk
 */
record OpenHeap(List<HeapUse> uses, Map<Long, String> collectionNames) implements Part<OpenHeap> {
  static final OpenHeap EMPTY = new OpenHeap(List.of(), Map.of());

  private static final Comparator<HeapUse> BY_TIME =
      Comparator.comparingLong(HeapUse::startEpochNanos).thenComparing(HeapUse::toString);

  @Override
  public OpenHeap plus(OpenHeap other) {
    return new OpenHeap(
        Sums.ofLists(uses, other.uses, BY_TIME),
        Sums.merge(collectionNames, other.collectionNames, (one, same) -> one));
  }

  Heap settled() {
    Accumulation<String, Series<Gauge>> live = new Accumulation<>();
    for (HeapUse use : uses) {
      String name = collectionNames.getOrDefault(use.gcId(), "");
      live.add(name, Series.of(use.startEpochNanos(), Gauge.of(use.usedBytes())));
    }
    return new Heap(live.build(), Series.empty(), Series.empty());
  }
}
