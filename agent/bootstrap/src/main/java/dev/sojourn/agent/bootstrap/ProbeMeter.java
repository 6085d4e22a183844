package dev.sojourn.agent.bootstrap;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the probes cost, all of them, from the few passages that are timed. A thread that was
 * descheduled inside a probe shows as a long passage, so a passage counts for so much at most. Safe
 * for any thread.
 */
public final class ProbeMeter {
  /** One passage of a thread in so many is timed; a power of two. */
  static final int ONE_IN = 128;

  private static final int MEASUREMENTS = 200;
  private static final long MOST_NANOS = 20_000;
  // What both probes of a tallied run take, its readings of the clock apart: less than the clock
  // can tell. By the benchmark, on two virtual processors.
  private static final long TALLIED_RUN_NANOS = 5;
  private static final long CLOCK_NANOS = clockNanos();
  private static final AtomicLong TIMED = new AtomicLong();
  private static final AtomicLong NANOS = new AtomicLong();
  private static final AtomicLong TALLIED_RUNS = new AtomicLong();
  private static final AtomicLong TALLIED_NANOS = new AtomicLong();

  private ProbeMeter() {}

  /** A passage took so long between two readings of the clock. */
  static void add(long nanos) {
    TIMED.getAndIncrement();
    NANOS.getAndAdd(Math.max(0, Math.min(nanos, MOST_NANOS) - CLOCK_NANOS));
  }

  /** So many runs began and ended in probes that did not come by {@link #add}. */
  public static void addTallied(long runs, boolean timed) {
    TALLIED_RUNS.getAndAdd(runs);
    TALLIED_NANOS.getAndAdd(runs * (TALLIED_RUN_NANOS + (timed ? 2 * CLOCK_NANOS : 0)));
  }

  /** The passages since the agent came, estimated. */
  public static long passages() {
    return TIMED.get() * ONE_IN + TALLIED_RUNS.get() * 2;
  }

  /** The time that they took, estimated. */
  public static long nanos() {
    return NANOS.get() * ONE_IN + TALLIED_NANOS.get();
  }

  /** What reading the clock costs, which is in every measurement. */
  private static long clockNanos() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < MEASUREMENTS; i++) {
      least = Math.min(least, -System.nanoTime() + System.nanoTime());
    }
    return least;
  }
}
