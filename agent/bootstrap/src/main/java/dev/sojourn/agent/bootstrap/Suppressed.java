package dev.sojourn.agent.bootstrap;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Failures inside probes. They are counted and never reach the host; the first is kept for the
 * agent's status.
 */
public final class Suppressed {
  private static final AtomicLong COUNT = new AtomicLong();
  private static volatile Throwable first;

  private Suppressed() {}

  /** Counts a failure. Safe anywhere, also after an {@link OutOfMemoryError}. */
  @SuppressWarnings("StaticAssignmentOfThrowable")
  public static void add(Throwable failure) {
    if (COUNT.getAndIncrement() == 0) {
      first = failure;
    }
  }

  /** The failures since the agent came into this JVM. */
  public static long count() {
    return COUNT.get();
  }

  /** What the first failure was, and the call it came from; null for none. */
  public static String first() {
    Throwable failure = first;
    if (failure == null) {
      return null;
    }
    StackTraceElement[] frames = failure.getStackTrace();
    return frames.length == 0 ? failure.toString() : failure + " at " + frames[0];
  }
}
