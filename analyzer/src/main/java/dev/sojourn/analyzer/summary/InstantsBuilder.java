package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.CpuTimeSample;
import dev.sojourn.analyzer.event.ObjectAllocation;
import dev.sojourn.analyzer.event.OldObject;
import dev.sojourn.analyzer.event.ThreadEnd;
import dev.sojourn.analyzer.event.ThreadId;
import dev.sojourn.analyzer.event.ThreadStart;
import dev.sojourn.analyzer.event.VirtualThreadPinned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Collects what happened at an instant: it counts for the job that ran on the thread then. */
final class InstantsBuilder {
  private final SiteTable sites;
  private final ThreadHistories histories;
  private final List<CpuTimeSample> cpuTimeSamples = new ArrayList<>();
  private final List<ObjectAllocation> allocations = new ArrayList<>();
  private final List<OldObject> oldObjects = new ArrayList<>();
  private final List<VirtualThreadPinned> pins = new ArrayList<>();
  private final List<ThreadStart> starts = new ArrayList<>();
  private final Map<String, Accumulation<Long, ThreadTurnover>> turnover = new HashMap<>();

  InstantsBuilder(SiteTable sites, ThreadHistories histories) {
    this.sites = sites;
    this.histories = histories;
  }

  void accept(CpuTimeSample sample) {
    cpuTimeSamples.add(sample);
  }

  void accept(ObjectAllocation allocation) {
    allocations.add(allocation);
  }

  void accept(OldObject object) {
    oldObjects.add(object);
  }

  void accept(VirtualThreadPinned pin) {
    pins.add(pin);
  }

  void accept(ThreadStart start) {
    starts.add(start);
    addTurnover(start.thread(), start.startEpochNanos(), new ThreadTurnover(1, 0));
  }

  void accept(ThreadEnd end) {
    addTurnover(end.thread(), end.startEpochNanos(), new ThreadTurnover(0, 1));
  }

  Map<SampleKey, TimeTotal> buildCpuTime() {
    TimeTotals<SampleKey> totals = new TimeTotals<>();
    for (CpuTimeSample sample : cpuTimeSamples) {
      Actor actor = actor(sample.thread(), sample.startEpochNanos());
      SampleKey key = new SampleKey(actor, sites.site(sample.stackTrace()), false);
      totals.add(key, sample.samplingPeriodNanos());
    }
    return totals.build();
  }

  Allocations buildAllocations() {
    Accumulation<AllocationKey, Amount> byKey = new Accumulation<>();
    Map<Actor, Accumulation<Long, Amount>> byActor = new HashMap<>();
    for (ObjectAllocation allocation : allocations) {
      Actor actor = actor(allocation.thread(), allocation.startEpochNanos());
      Amount amount = new Amount(1, allocation.weightBytes());
      String className = Objects.requireNonNullElse(allocation.objectClass(), "");
      byKey.add(new AllocationKey(className, actor, sites.site(allocation.stackTrace())), amount);
      byActor
          .computeIfAbsent(actor, a -> new Accumulation<>())
          .add(TimeTotals.second(allocation.startEpochNanos()), amount);
    }
    Map<Actor, Series<Amount>> series = new HashMap<>();
    byActor.forEach((actor, seconds) -> series.put(actor, Accumulation.series(seconds)));
    return new Allocations(byKey.build(), Sums.sorted(series));
  }

  OldObjects buildOldObjects() {
    Accumulation<OldObjectKey, OldObjectStatistics> byKey = new Accumulation<>();
    for (OldObject object : oldObjects) {
      Amount amount = new Amount(1, object.objectBytes());
      OldObjectKey key =
          new OldObjectKey(
              Objects.requireNonNullElse(object.objectClass(), ""),
              actor(object.thread(), object.allocationEpochNanos()),
              sites.site(object.stackTrace()),
              Objects.requireNonNullElse(object.rootPath(), ""));
      byKey.add(
          key,
          new OldObjectStatistics(
              Series.of(object.startEpochNanos(), amount),
              Series.of(object.allocationEpochNanos(), amount)));
    }
    return new OldObjects(byKey.build());
  }

  Pins buildPins() {
    TimeTotals<PinKey> byKey = new TimeTotals<>();
    for (VirtualThreadPinned pin : pins) {
      PinKey key =
          new PinKey(
              actor(pin.thread(), pin.startEpochNanos()),
              sites.site(pin.stackTrace()),
              Objects.requireNonNullElse(pin.reason(), ""),
              Objects.requireNonNullElse(pin.blockingOperation(), ""));
      byKey.add(key, pin.durationNanos());
    }
    return new Pins(byKey.build());
  }

  Map<ThreadStartKey, Long> buildStarts() {
    Map<ThreadStartKey, Long> counts = new HashMap<>();
    for (ThreadStart start : starts) {
      ThreadId parent = Objects.requireNonNullElse(start.parent(), ThreadId.NONE);
      ThreadStartKey key =
          new ThreadStartKey(
              ThreadNames.group(start.thread().name()),
              actor(parent, start.startEpochNanos()),
              sites.site(start.stackTrace()));
      counts.merge(key, 1L, Long::sum);
    }
    return Sums.sorted(counts);
  }

  Map<String, Series<ThreadTurnover>> buildTurnover() {
    Map<String, Series<ThreadTurnover>> series = new HashMap<>();
    turnover.forEach((group, seconds) -> series.put(group, Accumulation.series(seconds)));
    return Sums.sorted(series);
  }

  private Actor actor(ThreadId thread, long epochNanos) {
    return histories.actor(thread, epochNanos);
  }

  private void addTurnover(ThreadId thread, long epochNanos, ThreadTurnover change) {
    turnover
        .computeIfAbsent(ThreadNames.group(thread.name()), group -> new Accumulation<>())
        .add(TimeTotals.second(epochNanos), change);
  }
}
