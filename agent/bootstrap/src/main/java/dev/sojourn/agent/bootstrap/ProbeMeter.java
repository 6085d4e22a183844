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
  private static final long CLOCK_NANOS = clockNanos();
  private static final AtomicLong TIMED = new AtomicLong();
  private static final AtomicLong NANOS = new AtomicLong();

  private ProbeMeter() {}

  /** A passage took so long between two readings of the clock. */
  static void add(long nanos) {
    TIMED.getAndIncrement();
    NANOS.getAndAdd(Math.max(0, Math.min(nanos, MOST_NANOS) - CLOCK_NANOS));
  }

  /** The passages since the agent came, estimated. */
  public static long passages() {
    return TIMED.get() * ONE_IN;
  }

  /** The time that they took, estimated. */
  public static long nanos() {
    return NANOS.get() * ONE_IN;
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
