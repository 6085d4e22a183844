package dev.sojourn.agent.host;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** A host's own counts of what it ran, by the name that a job should have. Thread-safe. */
public final class Counts {
  private static final Map<String, AtomicLong> COUNTS = new ConcurrentSkipListMap<>();

  private Counts() {}

  /** Counts a run. */
  public static void add(String job) {
    count(job);
  }

  /** Counts that a run is going to fail. */
  public static void fail(String job) {
    count("failed " + job);
  }

  private static void count(String what) {
    COUNTS.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
  }

  /** How many runs were counted so far. */
  public static long of(String job) {
    AtomicLong count = COUNTS.get(job);
    return count == null ? 0 : count.get();
  }

  /** Waits until so many runs were counted. */
  public static void await(String job, long runs) throws InterruptedException {
    while (of(job) < runs) {
      Thread.sleep(5);
    }
  }

  public static void print() {
    COUNTS.forEach((job, count) -> System.out.println(job + "=" + count));
  }
}
