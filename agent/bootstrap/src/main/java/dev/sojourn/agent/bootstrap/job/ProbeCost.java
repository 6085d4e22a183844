package dev.sojourn.agent.bootstrap.job;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the probes cost lately, from a few that are timed. Events do not count: as many are written
 * whether all runs are timed or few.
 */
final class ProbeCost {
  private static final int ONE_IN = 128;
  // A run passes a probe at its submission, its start and its end; the end is the one that is
  // timed.
  private static final int PROBES_PER_RUN = 2;
  private static final long MOST_REMEMBERED = 64;
  // A thread may be descheduled inside.
  private static final long MOST_NANOS = 20_000;
  private static final AtomicLong TIMED = new AtomicLong();
  private static final AtomicLong NANOS = new AtomicLong();

  private ProbeCost() {}

  static boolean isTimed(int uses) {
    return uses % ONE_IN == ONE_IN - 1;
  }

  static void add(long nanos) {
    TIMED.incrementAndGet();
    NANOS.addAndGet(Math.min(nanos, MOST_NANOS));
  }

  /**
   * Lets what was timed before count for less: probes that were not compiled yet cost many times as
   * much. One thread calls it.
   */
  static void endSecond() {
    long timed = TIMED.get();
    if (timed > MOST_REMEMBERED) {
      long nanos = NANOS.get();
      TIMED.addAndGet(-(timed / 2));
      NANOS.addAndGet(-(nanos / 2));
    }
  }

  static long nanosPerRun() {
    return PROBES_PER_RUN * NANOS.get() / Math.max(1, TIMED.get());
  }
}
