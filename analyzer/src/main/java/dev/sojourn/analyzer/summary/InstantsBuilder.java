package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.CpuTimeSample;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExecutionSample;
import dev.sojourn.analyzer.event.ObjectAllocation;
import dev.sojourn.analyzer.event.OldObject;
import dev.sojourn.analyzer.event.ThreadId;
import dev.sojourn.analyzer.event.ThreadStart;
import dev.sojourn.analyzer.event.VirtualThreadPinned;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Collects what happened at an instant: it counts for the job that ran on the thread then. */
final class InstantsBuilder {
  private final SiteTable sites;
  private final ThreadHistories histories;
  private final TimeTotals<SampleKey> cpuTime = new TimeTotals<>();
  private final Accumulation<AllocationKey, Amount> allocations = new Accumulation<>();
  private final Map<Actor, Accumulation<Long, Amount>> allocationSeries = new HashMap<>();
  private final Accumulation<OldObjectKey, OldObjectStatistics> oldObjects = new Accumulation<>();
  private final TimeTotals<PinKey> pins = new TimeTotals<>();
  private final Map<ThreadStartKey, Long> starts = new HashMap<>();

  InstantsBuilder(SiteTable sites, ThreadHistories histories) {
    this.sites = sites;
    this.histories = histories;
  }

  /** The thread that an event counts for. */
  private static ThreadId thread(Event event) {
    ThreadId thread = null;
    if (event instanceof CpuTimeSample sample) {
      thread = sample.thread();
    } else if (event instanceof ExecutionSample sample) {
      thread = sample.thread();
    } else if (event instanceof ObjectAllocation allocation) {
      thread = allocation.thread();
    } else if (event instanceof OldObject object) {
      thread = object.thread();
    } else if (event instanceof VirtualThreadPinned pin) {
      thread = pin.thread();
    } else if (event instanceof ThreadStart start) {
      thread = start.parent();
    }
    return Objects.requireNonNullElse(thread, ThreadId.NONE);
  }

  /** Takes a sample, an allocation, a surviving object, a pin or the start of a thread. */
  void accept(Event event) {
    histories.of(thread(event)).addInstant(event);
  }

  /** Counts what is decided. */
  void attribute() {
    for (ThreadHistory history : histories.all()) {
      for (Event event : history.instants()) {
        if (!history.isOpenInstant(event)) {
          count(event, history.actorAt(instant(event)));
        }
      }
    }
  }

  Map<SampleKey, TimeTotal> buildCpuTime() {
    return cpuTime.build();
  }

  Allocations buildAllocations() {
    Map<Actor, Series<Amount>> series = new HashMap<>();
    allocationSeries.forEach((actor, seconds) -> series.put(actor, Accumulation.series(seconds)));
    return new Allocations(allocations.build(), Sums.sorted(series));
  }

  OldObjects buildOldObjects() {
    return new OldObjects(oldObjects.build());
  }

  Pins buildPins() {
    return new Pins(pins.build());
  }

  Threads buildThreads() {
    return new Threads(Series.empty(), Series.empty(), Map.of(), Sums.sorted(starts));
  }

  /** When what an event tells of happened. */
  static long instant(Event event) {
    return event instanceof OldObject object
        ? object.allocationEpochNanos()
        : event.startEpochNanos();
  }

  private void count(Event event, Actor actor) {
    if (event instanceof CpuTimeSample sample) {
      SampleKey key = new SampleKey(actor, sites.site(sample.stackTrace()), false);
      cpuTime.add(key, sample.samplingPeriodNanos());
    } else if (event instanceof ObjectAllocation allocation) {
      count(allocation, actor);
    } else if (event instanceof OldObject object) {
      count(object, actor);
    } else if (event instanceof VirtualThreadPinned pin) {
      count(pin, actor);
    } else if (event instanceof ThreadStart start) {
      String group = histories.names().groupOf(start.thread().name());
      Site site = sites.site(start.stackTrace());
      starts.merge(new ThreadStartKey(group, actor, site), 1L, Long::sum);
    }
  }

  private void count(ObjectAllocation allocation, Actor actor) {
    Amount amount = new Amount(1, allocation.weightBytes());
    Site site = sites.site(allocation.stackTrace());
    allocations.add(new AllocationKey(orEmpty(allocation.objectClass()), actor, site), amount);
    allocationSeries
        .computeIfAbsent(actor, a -> new Accumulation<>())
        .add(TimeTotals.second(allocation.startEpochNanos()), amount);
  }

  private void count(OldObject object, Actor actor) {
    Amount amount = new Amount(1, object.objectBytes());
    OldObjectKey key =
        new OldObjectKey(
            orEmpty(object.objectClass()),
            actor,
            sites.site(object.stackTrace()),
            rootPath(object));
    oldObjects.add(
        key,
        new OldObjectStatistics(
            Series.of(object.startEpochNanos(), amount),
            Series.of(object.allocationEpochNanos(), amount)));
  }

  private void count(VirtualThreadPinned pin, Actor actor) {
    Site site = sites.site(pin.stackTrace());
    PinKey key = new PinKey(actor, site, orEmpty(pin.reason()), orEmpty(pin.blockingOperation()));
    pins.add(key, pin.durationNanos());
  }

  private static String orEmpty(String text) {
    return Objects.requireNonNullElse(text, "");
  }

  /** What its own thread keeps is kept in the same way, whichever thread that is. */
  private static String rootPath(OldObject object) {
    String path = orEmpty(object.rootPath());
    String own = OldObjectKey.THREAD_ROOT + object.thread().name() + ": ";
    return path.startsWith(own)
        ? OldObjectKey.OWN_THREAD_ROOT + path.substring(own.length())
        : path;
  }
}
