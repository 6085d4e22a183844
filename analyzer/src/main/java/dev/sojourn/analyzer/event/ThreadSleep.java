package dev.sojourn.analyzer.event;

/**
 * A thread slept ({@code jdk.ThreadSleep}).
 *
 * @param durationNanos as long as it asked to, or less where it was woken
 */
public record ThreadSleep(
    long startEpochNanos, long durationNanos, ThreadId thread, StackTrace stackTrace)
    implements Event, ThreadEvent {
  /** What a timer is late by on a machine that has a processor to spare. */
  private static final long TIMER_NANOS = 1_000_000;

  /** A sleep that lasted for some time: beyond what was asked for it is a wait for a processor. */
  public static ThreadSleep of(
      long startEpochNanos,
      long lastedNanos,
      long askedNanos,
      ThreadId thread,
      StackTrace stackTrace) {
    long nanos = lastedNanos - askedNanos <= TIMER_NANOS ? lastedNanos : askedNanos;
    return new ThreadSleep(startEpochNanos, nanos, thread, stackTrace);
  }
}
