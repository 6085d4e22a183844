package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.GarbageCollection;
import dev.sojourn.analyzer.event.GcConfiguration;
import dev.sojourn.analyzer.event.GcPause;
import dev.sojourn.analyzer.event.HeapUse;
import dev.sojourn.analyzer.event.RequestedCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Collects the use of the heap, and the collections. */
final class HeapBuilder {
  private final long beginEpochNanos;
  private final List<HeapUse> after = new ArrayList<>();
  private final Map<Long, String> collectionNames = new HashMap<>();
  private final Map<Long, String> earlierCollections = new HashMap<>();
  private final Accumulation<Long, Gauge> before = new Accumulation<>();
  private final Accumulation<Long, Gauge> committed = new Accumulation<>();
  private final TimeTotals<CollectionKey> collections = new TimeTotals<>();
  private final Accumulation<CollectionKey, TimeTotal> pausesByKind = new Accumulation<>();
  private final List<GcPause> pauses = new ArrayList<>();
  private final Map<String, Long> collectors = new HashMap<>();

  HeapBuilder(long beginEpochNanos) {
    this.beginEpochNanos = beginEpochNanos;
  }

  void accept(HeapUse use) {
    long second = TimeTotals.second(use.startEpochNanos());
    committed.add(second, Gauge.of(use.committedBytes()));
    if (use.afterGc()) {
      after.add(use);
    } else {
      before.add(second, Gauge.of(use.usedBytes()));
    }
  }

  void accept(GarbageCollection collection) {
    String name = Objects.requireNonNullElse(collection.name(), "");
    CollectionKey key = new CollectionKey(name, Objects.requireNonNullElse(collection.cause(), ""));
    collectionNames.put(collection.gcId(), name);
    if (collection.startEpochNanos() < beginEpochNanos) {
      earlierCollections.put(collection.gcId(), name);
    }
    collections.add(key, collection.durationNanos());
    TimeTotal paused =
        new TimeTotal(1, collection.sumOfPausesNanos(), collection.longestPauseNanos());
    pausesByKind.add(key, paused);
  }

  void accept(RequestedCollection collection) {
    collections.add(CollectionKey.OF_AGENT, collection.durationNanos());
  }

  void accept(GcPause pause) {
    pauses.add(pause);
  }

  void accept(GcConfiguration configuration) {
    String names = configuration.youngCollector() + ", " + configuration.oldCollector();
    collectors.merge(names, 1L, Long::sum);
  }

  PauseTable pauses() {
    return PauseTable.of(pauses);
  }

  /** The uses that this chunk cannot put down to a collection, and what others may ask for. */
  OpenHeap buildOpen() {
    List<HeapUse> unnamed =
        after.stream().filter(use -> !collectionNames.containsKey(use.gcId())).toList();
    return new OpenHeap(unnamed, Sums.sorted(earlierCollections));
  }

  Heap buildHeap() {
    Map<String, Accumulation<Long, Gauge>> live = new HashMap<>();
    for (HeapUse use : after) {
      String name = collectionNames.get(use.gcId());
      if (name != null) {
        live.computeIfAbsent(name, n -> new Accumulation<>())
            .add(TimeTotals.second(use.startEpochNanos()), Gauge.of(use.usedBytes()));
      }
    }
    Map<String, Series<Gauge>> series = new HashMap<>();
    live.forEach((name, seconds) -> series.put(name, Accumulation.series(seconds)));
    return new Heap(
        Sums.sorted(series), Accumulation.series(before), Accumulation.series(committed));
  }

  GarbageCollections buildCollections() {
    DistributionBuilder lengths = new DistributionBuilder();
    TimeTotals<Long> bySecond = new TimeTotals<>();
    for (GcPause pause : pauses) {
      lengths.add(pause.durationNanos(), 1);
      bySecond.add(TimeTotals.second(pause.startEpochNanos()), pause.durationNanos());
    }
    return new GarbageCollections(
        collections.build(),
        pausesByKind.build(),
        lengths.build(),
        TimeTotals.series(bySecond),
        Sums.sorted(collectors));
  }
}
