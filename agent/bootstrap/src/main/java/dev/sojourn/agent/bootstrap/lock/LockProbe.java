package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.CostMode;
import dev.sojourn.agent.bootstrap.OutOfLine;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;

/**
 * What the advice on synchronizers calls: on the slow path of an acquire, and on the release that
 * wakes a waiter. Nothing here throws into the host or waits. The tokens that pass from a begin to
 * its end are null where there is nothing to observe.
 */
public final class LockProbe {
  private static final long STAMP_TIMED_OUT = 0;
  private static final long STAMP_INTERRUPTED = 1;

  private LockProbe() {}

  /**
   * The current thread found a synchronizer taken.
   *
   * @param conditionNode null unless it comes back from a condition
   * @param shared whether it wants the synchronizer together with others
   */
  @OutOfLine
  public static Object blocked(Object synchronizer, Object conditionNode, boolean shared) {
    ThreadState state = Probing.enter();
    if (state == null) {
      return null;
    }
    try {
      if (conditionNode != null) {
        ConditionWait.reacquires();
      }
      Thread owner = Synchronizers.owner(synchronizer);
      boolean free =
          conditionNode != null && owner == null && Synchronizers.knowsOwner(synchronizer);
      return free || Synchronizers.isInternal(synchronizer)
          ? null
          : new BlockedAcquire(LockTable.HOST.enter(synchronizer), shared, owner);
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }

  /**
   * What {@link #blocked} began ended.
   *
   * @param result above 0 acquired, 0 timed out, below 0 interrupted
   * @param thrown what it ended with instead; null for nothing
   */
  public static void ended(Object token, int result, Throwable thrown) {
    if (token != null) {
      LockOutcome notAcquired = result == 0 ? LockOutcome.TIMED_OUT : LockOutcome.INTERRUPTED;
      end((BlockedAcquire) token, result > 0 ? LockOutcome.ACQUIRED : notAcquired, thrown);
    }
  }

  /** As {@link #blocked}, for a stamped lock. */
  public static Object stampBlocked(Object lock, boolean shared) {
    return blocked(lock, null, shared);
  }

  /**
   * What {@link #stampBlocked} began ended with a stamp, or one of two values that mean failure.
   */
  public static void stampEnded(Object token, long stamp, Throwable thrown) {
    if (token != null) {
      LockOutcome inTime =
          stamp == STAMP_INTERRUPTED ? LockOutcome.INTERRUPTED : LockOutcome.ACQUIRED;
      end(
          (BlockedAcquire) token,
          stamp == STAMP_TIMED_OUT ? LockOutcome.TIMED_OUT : inTime,
          thrown);
    }
  }

  /**
   * The current thread has released a synchronizer, and is about to wake the first waiter if there
   * is one.
   *
   * @param head the head of the synchronizer's queue; a lock that nobody ever waited for has none,
   *     and the host's own code lets its releases by
   */
  public static Object releasing(Object head, Object synchronizer, boolean shared) {
    return Synchronizers.wakes(head, synchronizer) ? endHold(synchronizer, shared) : null;
  }

  @OutOfLine
  private static Object endHold(Object synchronizer, boolean shared) {
    ThreadState state = CostMode.writesEvents() ? Probing.enter() : null;
    if (state == null) {
      return null;
    }
    try {
      ContendedLock lock = LockTable.HOST.find(synchronizer);
      return lock == null
          ? null
          : lock.endHold(shared ? lock.shared() : lock.exclusive(), System.nanoTime());
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }

  /** The first waiter was woken after {@link #releasing}. */
  public static void released(Object token) {
    if (token != null) {
      report((OpenHold) token);
    }
  }

  @OutOfLine
  private static void report(OpenHold ended) {
    ThreadState state = Probing.enter();
    if (state == null) {
      return;
    }
    try {
      ended.report();
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }

  @OutOfLine
  private static void end(BlockedAcquire acquire, LockOutcome outcome, Throwable thrown) {
    ThreadState state = thrown == null ? Probing.enter() : null;
    if (state == null) {
      acquire.abandon();
      return;
    }
    try {
      acquire.end(outcome);
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }
}
