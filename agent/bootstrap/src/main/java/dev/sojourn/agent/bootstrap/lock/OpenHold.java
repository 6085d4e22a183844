package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.event.LockHoldEvent;

/**
 * A hold that somebody waits for, from its begin to the release that wakes a waiter. Its event is
 * begun by whoever learns of the hold (JFR takes no earlier start), and written by the releaser, so
 * that stack and thread are the holder's.
 */
final class OpenHold {
  private final LockHoldEvent event = new LockHoldEvent();
  private final long beginNanos;
  private LockMode mode;
  private long nanos;

  private OpenHold(long beginNanos, boolean exact) {
    this.beginNanos = beginNanos;
    event.exact = exact;
    event.begin();
  }

  /** A hold that begins now: its holder had queued for the lock. */
  static OpenHold acquired(long nowNanos) {
    return new OpenHold(nowNanos, true);
  }

  /** A hold that is seen from now on, but began at another time. */
  static OpenHold seen(long nowNanos) {
    return new OpenHold(nowNanos, false);
  }

  /** The holder releases the lock in {@code mode} while {@code waiters} are queued. */
  void end(LockMode mode, int waiters, long nowNanos) {
    this.mode = mode;
    nanos = nowNanos - beginNanos;
    event.waiters = waiters;
    event.end();
  }

  /** Counts the hold and writes its event, on the holder's thread, after the release. */
  void report() {
    long representedNanos = mode.addHeld(nanos);
    if (representedNanos >= 0) {
      LockEvents.write(event, mode, representedNanos);
    }
  }
}
