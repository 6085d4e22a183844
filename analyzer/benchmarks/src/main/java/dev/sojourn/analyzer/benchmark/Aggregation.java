package dev.sojourn.analyzer.benchmark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every reader computes: of each job the runs, their time, the longest and a histogram; the
 * runs of each thread; the blocked acquires by innermost method.
 */
final class Aggregation {
  private static final class Total {
    private final long[] histogram = new long[Long.SIZE];
    private long count;
    private long nanos;
    private long maxNanos;

    void add(long runNanos) {
      count++;
      nanos += runNanos;
      maxNanos = Math.max(maxNanos, runNanos);
      histogram[Long.SIZE - 1 - Long.numberOfLeadingZeros(runNanos | 1)]++;
    }

    void plus(Total other) {
      count += other.count;
      nanos += other.nanos;
      maxNanos = Math.max(maxNanos, other.maxNanos);
      Arrays.setAll(histogram, i -> histogram[i] + other.histogram[i]);
    }

    @Override
    public String toString() {
      return count + " " + nanos + " " + maxNanos + " " + Arrays.toString(histogram);
    }
  }

  private final Map<String, Total> jobs = new HashMap<>();
  private final Map<String, long[]> threads = new HashMap<>();
  private final Map<String, long[]> methods = new HashMap<>();

  void run(String job, String thread, long nanos) {
    jobs.computeIfAbsent(job, name -> new Total()).add(nanos);
    threads.computeIfAbsent(thread, name -> new long[1])[0]++;
  }

  void acquire(String method) {
    methods.computeIfAbsent(method, name -> new long[1])[0]++;
  }

  void plus(Aggregation other) {
    other.jobs.forEach((job, of) -> jobs.computeIfAbsent(job, name -> new Total()).plus(of));
    plus(threads, other.threads);
    plus(methods, other.methods);
  }

  private static void plus(Map<String, long[]> counts, Map<String, long[]> others) {
    others.forEach((key, of) -> counts.computeIfAbsent(key, k -> new long[1])[0] += of[0]);
  }

  /** Equal for readers that computed the same. */
  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(jobs).forEach((job, total) -> all.append(job).append(' ').append(total));
    new TreeMap<>(threads).forEach((thread, of) -> all.append(thread).append(' ').append(of[0]));
    new TreeMap<>(methods).forEach((method, of) -> all.append(method).append(' ').append(of[0]));
    long runs = jobs.values().stream().mapToLong(total -> total.count).sum();
    long acquires = methods.values().stream().mapToLong(of -> of[0]).sum();
    return "%d runs and %d acquires, checksum %08x"
        .formatted(runs, acquires, all.toString().hashCode());
  }
}
