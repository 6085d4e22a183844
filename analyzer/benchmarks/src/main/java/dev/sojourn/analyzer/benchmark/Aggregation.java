package dev.sojourn.analyzer.benchmark;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What every reader computes: runs and their time by job, blocked acquires by innermost method. */
final class Aggregation {
  private static final class Total {
    private long count;
    private long nanos;
  }

  private final Map<String, Total> jobs = new HashMap<>();
  private final Map<String, Total> methods = new HashMap<>();

  void run(String job, long nanos) {
    Total total = jobs.computeIfAbsent(job, name -> new Total());
    total.count++;
    total.nanos += nanos;
  }

  void acquire(String method) {
    methods.computeIfAbsent(method, name -> new Total()).count++;
  }

  void plus(Aggregation other) {
    other.jobs.forEach(
        (job, of) -> {
          Total total = jobs.computeIfAbsent(job, name -> new Total());
          total.count += of.count;
          total.nanos += of.nanos;
        });
    other.methods.forEach(
        (method, of) -> methods.computeIfAbsent(method, name -> new Total()).count += of.count);
  }

  /** Equal for readers that counted alike. */
  @Override
  public String toString() {
    Map<String, Long> counts = new TreeMap<>();
    jobs.forEach((job, total) -> counts.put("runs of " + job, total.count));
    methods.forEach((method, total) -> counts.put("acquires in " + method, total.count));
    long acquires = methods.values().stream().mapToLong(total -> total.count).sum();
    long runs = jobs.values().stream().mapToLong(total -> total.count).sum();
    return runs
        + " runs, "
        + acquires
        + " acquires, checksum "
        + Integer.toHexString(counts.hashCode());
  }
}
