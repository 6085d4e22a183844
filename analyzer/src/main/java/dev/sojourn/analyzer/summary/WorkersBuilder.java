package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ExecutionSample;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects when threads had something to do; all of it adds up, wherever recordings are cut. */
final class WorkersBuilder {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final long samplePeriodNanos;
  private final ThreadNames names;
  private final Map<String, OneGroup> byName = new HashMap<>();
  private final Map<Site, Optional<WorkSource>> sources = new IdentityHashMap<>();

  WorkersBuilder(long samplePeriodNanos, ThreadNames names) {
    this.samplePeriodNanos = samplePeriodNanos;
    this.names = names;
  }

  /** Takes what a thread did; virtual threads wait for no work, each has its own. */
  void add(ThreadHistory history) {
    if (!history.isJavaThread() || history.thread().virtual()) {
      return;
    }
    String name = names.crewOf(history.thread().name());
    OneGroup group = byName.computeIfAbsent(name, n -> new OneGroup());
    group.threads.add(history.thread().javaId());
    for (ExecutionSample sample : history.samples().all()) {
      if (!sample.inNative()) {
        long second = TimeTotals.second(sample.startEpochNanos());
        group.busy.add(second, Component.CPU, samplePeriodNanos);
      }
    }
    Timeline timeline = history.timeline();
    for (int i = 0; i < timeline.size(); i++) {
      Subject subject = timeline.subject(i);
      WorkSource source = source(subject);
      if (source == null) {
        group.addBusy(subject.component(), timeline.start(i), timeline.end(i));
      } else {
        group.addIdle(source, timeline.start(i), timeline.end(i));
      }
    }
  }

  Workers build() {
    Map<String, WorkerGroup> groups = new HashMap<>();
    byName.forEach((name, group) -> groups.put(name, group.build()));
    return new Workers(Sums.sorted(groups));
  }

  private WorkSource source(Subject subject) {
    return mayBeForWork(subject)
        ? sources
            .computeIfAbsent(subject.site(), site -> Optional.ofNullable(WorkSource.of(site)))
            .orElse(null)
        : null;
  }

  private static boolean mayBeForWork(Subject subject) {
    return subject instanceof Subject.Standstill
        || (subject instanceof Subject.LockWait wait
            && wait.event().key().family() == LockKey.Family.WAIT_SET);
  }

  private interface Portion {
    void take(long second, long nanos);
  }

  private static void divide(long begin, long end, Portion portion) {
    for (long from = begin; from < end; ) {
      long second = TimeTotals.second(from);
      long to = Math.min(end, (second + 1) * NANOS_PER_SECOND);
      portion.take(second, to - from);
      from = to;
    }
  }

  private static final class OneGroup {
    private final ComponentTotals<Long> busy = new ComponentTotals<>();
    private final Map<Long, EnumMap<WorkSource, TimeTotal>> idle = new HashMap<>();
    private final TreeSet<Long> threads = new TreeSet<>();

    void addBusy(Component component, long begin, long end) {
      divide(begin, end, (second, nanos) -> busy.add(second, component, nanos));
    }

    void addIdle(WorkSource source, long begin, long end) {
      divide(
          begin, end, (second, nanos) -> addIdle(second, source, new TimeTotal(0, nanos, nanos)));
      addIdle(TimeTotals.second(end), source, new TimeTotal(1, 0, 0));
    }

    private void addIdle(long second, WorkSource source, TimeTotal time) {
      idle.computeIfAbsent(second, s -> new EnumMap<>(WorkSource.class))
          .merge(source, time, TimeTotal::plus);
    }

    WorkerGroup build() {
      Map<Long, WorkerTimes> seconds = new TreeMap<>();
      busy.build()
          .forEach((second, times) -> seconds.put(second, new WorkerTimes(times, Map.of())));
      idle.forEach(
          (second, times) ->
              seconds.merge(
                  second,
                  new WorkerTimes(ComponentTimes.EMPTY, Sums.sorted(times)),
                  WorkerTimes::plus));
      return new WorkerGroup(Series.ofSeconds(seconds), threads);
    }
  }
}
