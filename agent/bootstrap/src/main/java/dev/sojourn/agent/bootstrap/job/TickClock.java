package dev.sojourn.agent.bootstrap.job;

/**
 * A clock that is read for the price of a load, because a thread of the agent sets it. It tells of
 * a run that nobody timed whether it was a long one. Late ticks only make it miss some.
 */
public final class TickClock {
  /** The time between two ticks while short runs are sampled. */
  public static final long TICK_MILLIS = 10;

  private static final long TICK_NANOS = TICK_MILLIS * 1_000_000;
  private static volatile long nowNanos = System.nanoTime();

  private TickClock() {}

  /** Sets the clock. */
  public static void tick() {
    nowNanos = System.nanoTime();
  }

  static long nowNanos() {
    return nowNanos;
  }

  /** Whether a run that began at that tick has lasted for a whole tick, surely. */
  static boolean isLong(long beginNanos) {
    return nowNanos - beginNanos >= 2 * TICK_NANOS;
  }

  /** When a run began, on the mean, whose begin saw that tick. */
  static long likelyBeginNanos(long tickNanos) {
    return tickNanos + TICK_NANOS / 2;
  }
}
