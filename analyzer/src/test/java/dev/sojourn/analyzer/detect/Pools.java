package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.ThreadGroup;
import dev.sojourn.analyzer.summary.ThreadGroups;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WaitKey;
import dev.sojourn.analyzer.summary.WaitStatistics;
import dev.sojourn.analyzer.summary.Waits;
import dev.sojourn.analyzer.summary.WorkSource;
import dev.sojourn.analyzer.summary.WorkerGroup;
import dev.sojourn.analyzer.summary.WorkerTimes;
import dev.sojourn.analyzer.summary.Workers;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Pools as recordings without the agent tell of them: what their threads did, by the second. */
final class Pools {
  private static final double NANOS_PER_SECOND = 1e9;

  private Pools() {}

  /** A pool, and the threads of like names that it is. */
  static Summary pool(String name, int threads, int seconds, IntFunction<WorkerTimes> each) {
    TreeMap<Long, WorkerTimes> bins = new TreeMap<>();
    for (int second = 0; second < seconds; second++) {
      bins.put(Scene.BEGIN_SECOND + second, each.apply(second));
    }
    WorkerGroup group =
        new WorkerGroup(
            Series.ofSeconds(bins),
            LongStream.rangeClosed(1, threads).boxed().collect(Collectors.toSet()));
    ComponentTimes busy = group.series().total(WorkerTimes.EMPTY).busy();
    ThreadGroup likeNames = new ThreadGroup(Series.of(0, busy), 0, 0);
    return SummaryParts.of(new Workers(Map.of(name, group)))
        .plus(SummaryParts.of(new ThreadGroups(Map.of(name, likeNames))));
  }

  /** A second in which threads took tasks so often, waiting so long for them, and slept in them. */
  static WorkerTimes second(int taken, double idleSeconds, double sleptSeconds) {
    return second(taken, idleSeconds, Component.SLEPT, sleptSeconds);
  }

  /** A second in which they did something else. */
  static WorkerTimes second(int taken, double idleSeconds, Component what, double busySeconds) {
    WorkerTimes busy =
        new WorkerTimes(ComponentTimes.of(0, Map.of(what, nanos(busySeconds))), Map.of());
    return taken == 0 && idleSeconds == 0
        ? busy
        : busy.plus(second(taken, idleSeconds, WorkSource.EXECUTOR));
  }

  /** A second in which they waited at some source. */
  static WorkerTimes second(int taken, double idleSeconds, WorkSource source) {
    long idle = nanos(idleSeconds);
    TimeTotal waits = new TimeTotal(taken, idle, idle / Math.max(1, taken));
    return new WorkerTimes(ComponentTimes.EMPTY, Map.of(source, waits));
  }

  /** Waits of a group of threads, so many each second. */
  static Summary waits(
      String group, Component component, int seconds, int perSecond, double millis, String... at) {
    return waits(new Actor(group, false), component, seconds, perSecond, millis, at);
  }

  /** The same of anybody. */
  static Summary waits(
      Actor actor, Component component, int seconds, int perSecond, double millis, String... at) {
    TreeMap<Long, TimeTotal> bins = new TreeMap<>();
    long nanos = nanos(millis / 1000);
    for (int second = 0; second < seconds; second++) {
      bins.put(Scene.BEGIN_SECOND + second, new TimeTotal(perSecond, perSecond * nanos, nanos));
    }
    Series<TimeTotal> series = Series.ofSeconds(bins);
    WaitKey key = new WaitKey(component, actor, Signals.site(at), "");
    return SummaryParts.of(
        new Waits(Map.of(key, new WaitStatistics(series.total(TimeTotal.EMPTY), 0, series))));
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * NANOS_PER_SECOND);
  }
}
