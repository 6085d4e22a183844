package dev.sojourn.agent.bootstrap.lock;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one lock cost in one mode since the last flush. Any thread adds, one thread takes; each
 * number is exact over time, though a flush may see an acquire's parts in different seconds.
 */
final class LockStatistics {
  private final AtomicLong acquires = new AtomicLong();
  private final AtomicLong blockedNanos = new AtomicLong();
  private final AtomicLong maxBlockedNanos = new AtomicLong();
  private final AtomicLong heldNanos = new AtomicLong();

  void addBlocked(long nanos) {
    blockedNanos.getAndAdd(nanos);
    long max = maxBlockedNanos.get();
    while (nanos > max && !maxBlockedNanos.compareAndSet(max, nanos)) {
      max = maxBlockedNanos.get();
    }
    acquires.getAndIncrement();
  }

  void addHeld(long nanos) {
    heldNanos.getAndAdd(nanos);
  }

  /** Takes the numbers since the last call; null where nothing happened. */
  Second take() {
    long ended = acquires.getAndSet(0);
    long held = heldNanos.getAndSet(0);
    return ended == 0 && held == 0
        ? null
        : new Second(ended, blockedNanos.getAndSet(0), maxBlockedNanos.getAndSet(0), held);
  }

  /** The numbers of one second. */
  record Second(long acquires, long blockedNanos, long maxBlockedNanos, long heldNanos) {
    static final Second EMPTY = new Second(0, 0, 0, 0);

    Second plus(Second other) {
      return new Second(
          acquires + other.acquires,
          blockedNanos + other.blockedNanos,
          Math.max(maxBlockedNanos, other.maxBlockedNanos),
          heldNanos + other.heldNanos);
    }
  }
}
