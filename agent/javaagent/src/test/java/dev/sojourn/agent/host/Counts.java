package dev.sojourn.agent.host;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** A host's own counts of what it ran, by the name that a job should have. */
final class Counts {
  private static final Map<String, AtomicLong> COUNTS = new ConcurrentSkipListMap<>();

  private Counts() {}

  static void add(String job) {
    COUNTS.computeIfAbsent(job, key -> new AtomicLong()).incrementAndGet();
  }

  static void print() {
    COUNTS.forEach((job, count) -> System.out.println(job + "=" + count));
  }
}
