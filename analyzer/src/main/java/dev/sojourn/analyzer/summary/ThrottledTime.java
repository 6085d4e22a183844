package dev.sojourn.analyzer.summary;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides what nothing explains of the runs into what a CPU limit took and the rest.
 *
 * <p>The container tells how long its run queues stood still, summed over processors, and not which
 * threads stood in them. Those that waited for something else did not; so by bins of time it is
 * charged to the runs in proportion to what nothing explains of them. Where more threads want to
 * run than there are processors, all those of a queue stand still at once.
 *
 * <p>A thread that is stopped is ready to run, and where it is known how long it was, that is the
 * first to be what the limit took.
 *
 * <p>What was divided before is put together first, so dividing twice is dividing once.
 */
final class ThrottledTime {
  private static final double NANOS_PER_SECOND = 1e9;

  private final int level;
  private final int processors;
  private final Map<Long, Pool> pools = new HashMap<>();

  /** What could have been taken, and what was taken, in one bin of time. */
  private static final class Pool {
    private double unexplainedNanos;
    private double cpuNanos;
    private double throttledNanos;
  }

  private ThrottledTime(int level, int processors) {
    this.level = level;
    this.processors = processors;
  }

  static Jobs divide(Jobs jobs, Cpu cpu) {
    if (cpu.throttledNanos().isEmpty()) {
      return jobs;
    }
    int level =
        jobs.byName().values().stream().mapToInt(job -> job.components().level()).max().orElse(0);
    int processors =
        cpu.processors().stream().mapToInt(Processors::hardwareThreads).max().orElse(1);
    ThrottledTime time = new ThrottledTime(level, Math.max(1, processors));
    jobs.byName().values().forEach(job -> time.addRuns(job.components()));
    cpu.throttledNanos().values().forEach(time::addThrottled);
    Map<String, JobStatistics> divided = new TreeMap<>();
    jobs.byName().forEach((name, job) -> divided.put(name, time.divided(job)));
    return jobs.with(divided);
  }

  private void addRuns(Series<ComponentTimes> components) {
    components
        .bins()
        .forEach(
            (second, times) -> {
              Pool pool = pools.computeIfAbsent(bin(second), bin -> new Pool());
              pool.unexplainedNanos += unexplained(times);
              pool.cpuNanos += times.nanos(Component.CPU);
            });
  }

  /** What a counter rose by between two samples is spread over the time between them. */
  private void addThrottled(Series<Gauge> counter) {
    long since = Long.MIN_VALUE;
    long before = 0;
    for (Map.Entry<Long, Gauge> sample : counter.bins().entrySet()) {
      Gauge now = sample.getValue();
      if (since != Long.MIN_VALUE && now.maximum() > before) {
        spread(since, sample.getKey(), now.maximum() - before);
      }
      since = sample.getKey();
      before = now.maximum();
    }
  }

  private void spread(long fromSecond, long toSecond, double nanos) {
    long seconds = toSecond - fromSecond;
    for (long bin = bin(fromSecond); bin < toSecond; bin += 1L << level) {
      Pool pool = pools.get(bin);
      if (pool != null) {
        long overlap = Math.min(toSecond, bin + (1L << level)) - Math.max(fromSecond, bin);
        pool.throttledNanos += nanos * overlap / seconds;
      }
    }
  }

  private JobStatistics divided(JobStatistics job) {
    Map<Long, ComponentTimes> bins = new TreeMap<>();
    double unexplained = 0;
    double throttled = 0;
    for (Map.Entry<Long, ComponentTimes> bin : job.components().bins().entrySet()) {
      ComponentTimes times = divided(bin.getValue(), share(bin.getKey()));
      unexplained += unexplained(times);
      throttled += times.nanos(Component.THROTTLED);
      bins.put(bin.getKey(), times);
    }
    double share = unexplained == 0 ? 0 : throttled / unexplained;
    Map<Integer, ComponentTimes> buckets = new TreeMap<>();
    job.breakdown().buckets().forEach((key, times) -> buckets.put(key, divided(times, share)));
    return new JobStatistics(
        job.counted(),
        job.sampled(),
        job.failureClasses(),
        job.attempts(),
        new Breakdown(Sums.sorted(buckets)),
        new Series<>(job.components().level(), Sums.sorted(bins)));
  }

  private double share(long second) {
    Pool pool = pools.get(bin(second));
    if (pool.unexplainedNanos == 0) {
      return 0;
    }
    double binNanos = NANOS_PER_SECOND * (1L << level);
    double wanting = (pool.unexplainedNanos + pool.cpuNanos) / binNanos;
    double lost = pool.throttledNanos * Math.max(1, wanting / processors);
    return Math.min(1, lost / pool.unexplainedNanos);
  }

  private static ComponentTimes divided(ComponentTimes times, double share) {
    long[] nanos = new long[Component.values().length];
    for (Component component : Component.values()) {
      nanos[component.ordinal()] = times.nanos(component);
    }
    long both = unexplained(times);
    long throttled = Math.round(both * share);
    nanos[Component.THROTTLED.ordinal()] = throttled;
    nanos[Component.READY.ordinal()] = Math.max(0, ready(times) - throttled);
    nanos[Component.UNEXPLAINED.ordinal()] = both - throttled - nanos[Component.READY.ordinal()];
    return ComponentTimes.of(times.runs(), nanos);
  }

  private static long unexplained(ComponentTimes times) {
    return times.nanos(Component.UNEXPLAINED) + ready(times);
  }

  private static long ready(ComponentTimes times) {
    return times.nanos(Component.THROTTLED) + times.nanos(Component.READY);
  }

  private long bin(long second) {
    return second >> level << level;
  }
}
