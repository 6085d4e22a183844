package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.event.LockAcquireEvent;

/**
 * A wait for a condition inside a run. It ends when the waiter turns to the lock again: from there
 * on it is a {@link BlockedAcquire}. Idle workers wait outside any run and are not seen.
 */
final class ConditionWait {
  private static final ThreadLocal<ConditionWait> CURRENT = new ThreadLocal<>();
  private static final long RUNNING = -1;

  private final Object condition;
  private final LockAcquireEvent event = new LockAcquireEvent();
  private final long beginNanos;
  private Signallers.Signaller signaller;
  private long nanos = RUNNING;

  private ConditionWait(Object condition) {
    this.condition = condition;
    event.begin();
    beginNanos = System.nanoTime();
  }

  static ConditionWait begin(Object condition) {
    ConditionWait wait = new ConditionWait(condition);
    CURRENT.set(wait);
    Signallers.HOST.await(condition);
    return wait;
  }

  /** The current thread, if it waits for a condition, turns to the lock again. */
  static void reacquires() {
    ConditionWait wait = CURRENT.get();
    if (wait != null) {
      wait.stop();
    }
  }

  void end(LockTable table, LockOutcome outcome) {
    CURRENT.remove();
    stop();
    Signallers.HOST.leave(condition);
    if (signaller != null && outcome == LockOutcome.ACQUIRED) {
      event.ownerId = signaller.threadId();
      event.owner = signaller.threadName();
    }
    ContendedLock lock = table.enter(Synchronizers.ofCondition(condition));
    LockMode mode = lock.condition();
    long representedNanos = mode.addBlocked(nanos);
    lock.leave();
    if (representedNanos >= 0) {
      LockEvents.write(event, mode, outcome, representedNanos);
    }
  }

  private void stop() {
    if (nanos == RUNNING) {
      nanos = System.nanoTime() - beginNanos;
      event.end();
      signaller = Signallers.HOST.last(condition);
    }
  }
}
