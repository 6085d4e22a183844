package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.event.LockAcquireEvent;

/** An acquire that waits, from the slow path's begin to its end, on one thread. */
final class BlockedAcquire {
  private final ContendedLock lock;
  private final boolean shared;
  private final LockAcquireEvent event = new LockAcquireEvent();
  private final long beginNanos;

  /**
   * The current thread begins to wait.
   *
   * @param lock the lock, which it has entered
   * @param owner the thread that holds the lock; null if unknown
   */
  BlockedAcquire(ContendedLock lock, boolean shared, Thread owner) {
    this.lock = lock;
    this.shared = shared;
    if (owner != null) {
      event.ownerId = id(owner);
      event.owner = owner.getName();
    }
    event.begin();
    beginNanos = System.nanoTime();
    lock.holdSeen(beginNanos);
  }

  void end(LockOutcome outcome) {
    long nowNanos = System.nanoTime();
    leave(outcome, nowNanos);
    LockMode mode = shared ? lock.shared() : lock.exclusive();
    long representedNanos = mode.addBlocked(nowNanos - beginNanos);
    if (representedNanos >= 0) {
      event.end();
      LockEvents.write(event, mode, outcome, representedNanos);
    }
  }

  /** The acquire failed by an exception of the host's; nothing is known of its wait. */
  void abandon() {
    lock.leave();
  }

  private void leave(LockOutcome outcome, long nowNanos) {
    int left = lock.leave();
    if (outcome == LockOutcome.ACQUIRED && !shared) {
      lock.holdAcquired(left, nowNanos);
    }
  }

  // the name without "get" is newer than JDK 17
  @SuppressWarnings("deprecation")
  private static long id(Thread thread) {
    return thread.getId();
  }
}
