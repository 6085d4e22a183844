package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.event.LockAcquireEvent;

/**
 * Follows who is in a monitor. A monitor tells of no queue, so here the holder is counted among the
 * lock's waiters: whoever enters beside another has to wait, and whoever leaves others behind held
 * what they waited for.
 */
final class Monitor {
  private Monitor() {}

  /**
   * The current thread, counted already, is about to call a method that enters; null if it is
   * inside, which that method will find out by itself.
   */
  static Entry call(ContendedLock lock) {
    if (lock.monitorOwner().isCurrentThread()) {
      lock.leave();
      return null;
    }
    return lock.waiters() == 1 ? new Entry(lock) : new Wait(lock);
  }

  /** The current thread, counted already, is inside, without having been seen to enter. */
  static void inside(ContendedLock lock) {
    if (lock.monitorOwner().isCurrentThread()) {
      lock.leave();
      lock.monitorOwner().nest();
    } else {
      new Entry(lock).end();
    }
  }

  /** The current thread, counted already, is about to enter; null if it is inside. */
  static Entry enter(ContendedLock lock) {
    MonitorOwner owner = lock.monitorOwner();
    if (owner.isCurrentThread()) {
      lock.leave();
      owner.nest();
      return null;
    }
    return lock.waiters() == 1 ? new Entry(lock) : new Wait(lock);
  }

  /** The current thread is about to leave; the hold that ends if others want in, else null. */
  static OpenHold leave(ContendedLock lock, boolean altogether) {
    MonitorOwner owner = lock.monitorOwner();
    if (!owner.isCurrentThread() || (owner.unnest() && !altogether)) {
      return null;
    }
    owner.clear();
    return lock.leave() > 0 ? lock.endHold(lock.exclusive(), System.nanoTime()) : null;
  }

  /** An entry that nobody stands in the way of. */
  static sealed class Entry permits Wait {
    private final ContendedLock lock;

    Entry(ContendedLock lock) {
      this.lock = lock;
    }

    ContendedLock lock() {
      return lock;
    }

    void end() {
      own();
      int others = lock.waiters() - 1;
      if (others > 0) {
        // what they saw held until now was held by somebody who is not followed
        lock.holdAcquired(others, System.nanoTime());
      }
    }

    final void own() {
      lock.monitorOwner().setCurrentThread();
      lock.countEntry();
    }

    /** The monitor was not entered after all. */
    void abandon() {
      lock.leave();
    }
  }

  /** An entry while another thread is inside or ahead. */
  static final class Wait extends Entry {
    private final LockAcquireEvent event = new LockAcquireEvent();
    private final long beginNanos;

    Wait(ContendedLock lock) {
      super(lock);
      lock.monitorOwner().describe(event);
      event.begin();
      beginNanos = System.nanoTime();
      lock.holdSeen(beginNanos);
    }

    @Override
    void end() {
      long nowNanos = System.nanoTime();
      own();
      lock().holdAcquired(lock().waiters() - 1, nowNanos);
      LockMode mode = lock().exclusive();
      long representedNanos = mode.addBlocked(nowNanos - beginNanos);
      if (representedNanos >= 0) {
        event.end();
        LockEvents.write(event, mode, LockOutcome.ACQUIRED, representedNanos);
      }
    }
  }
}
