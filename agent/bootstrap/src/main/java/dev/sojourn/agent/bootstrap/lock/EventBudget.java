package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.CostMode;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the events of one kind per second: the longest come first. A threshold doubles after a
 * second with too many candidates and halves after one with few; a burst within the second is cut
 * by equal shares of time, so that its begin does not use up all. Safe for any thread.
 */
final class EventBudget {
  private static final long FLOOR_NANOS = 100_000;
  private static final int WINDOWS_PER_SECOND = 8;
  private static final long WINDOW_NANOS = 1_000_000_000 / WINDOWS_PER_SECOND;

  static final EventBudget ACQUIRES = new EventBudget(1_000, FLOOR_NANOS);
  static final EventBudget HOLDS = new EventBudget(1_000, FLOOR_NANOS);
  static final EventBudget CONDITIONS = new EventBudget(200, FLOOR_NANOS);

  private final int eventsPerSecond;
  private final long floorNanos;
  private final AtomicInteger candidates = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();
  private volatile long window;
  private volatile long thresholdNanos;

  EventBudget(int eventsPerSecond, long floorNanos) {
    this.eventsPerSecond = eventsPerSecond;
    this.floorNanos = floorNanos;
    thresholdNanos = floorNanos;
  }

  /** The time from which on an event is written. */
  long thresholdNanos() {
    return thresholdNanos;
  }

  /** Whether an event is left at {@code nowNanos}; it is used up then. */
  boolean admit(long nowNanos) {
    candidates.getAndIncrement();
    long current = Math.floorDiv(nowNanos, WINDOW_NANOS);
    if (current != window) {
      window = current;
      written.set(0);
    }
    return written.getAndIncrement() < eventsNow() / WINDOWS_PER_SECOND;
  }

  /** Adapts the threshold to the second that ended. One thread calls it. */
  void endSecond() {
    int offered = candidates.getAndSet(0);
    if (!CostMode.writesEvents()) {
      return;
    }
    if (offered > eventsNow()) {
      thresholdNanos = thresholdNanos * 2;
    } else if (offered < eventsNow() / 4) {
      thresholdNanos = Math.max(floorNanos, thresholdNanos / 2);
    }
  }

  private int eventsNow() {
    return CostMode.writesEvents() ? eventsPerSecond / CostMode.current().divisor() : 0;
  }
}
