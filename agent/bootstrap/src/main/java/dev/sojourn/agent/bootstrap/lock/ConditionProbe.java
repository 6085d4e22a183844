package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.OutOfLine;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;

/** What the advice on conditions calls. Nothing here throws into the host or waits. */
public final class ConditionProbe {
  private ConditionProbe() {}

  /** The current thread is about to wait for a condition. Returns null outside any run. */
  @OutOfLine
  public static Object waiting(Object condition) {
    ThreadState state = Probing.enter();
    if (state == null) {
      return null;
    }
    try {
      return state.run() == null ? null : ConditionWait.begin(condition);
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }

  /**
   * What {@link #waiting} began ended.
   *
   * @param thrown what it ended with; null for nothing
   */
  public static void waited(Object token, Throwable thrown) {
    end(token, false, thrown);
  }

  /** As {@link #waited}, of a wait that tells whether it ended before its time had elapsed. */
  public static void waitedUpTo(Object token, boolean inTime, Throwable thrown) {
    end(token, !inTime, thrown);
  }

  /** As {@link #waited}, of a wait that tells how much of its time is left. */
  public static void waitedNanos(Object token, long leftNanos, Throwable thrown) {
    end(token, leftNanos <= 0, thrown);
  }

  /** The current thread is about to wake threads that wait for a condition. */
  public static void signalling(Object condition) {
    if (Signallers.HOST.areAwaited(condition)) {
      signal(condition);
    }
  }

  @OutOfLine
  private static void signal(Object condition) {
    ThreadState state = Probing.enter();
    if (state == null) {
      return;
    }
    try {
      Signallers.HOST.signal(condition, Thread.currentThread());
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }

  @OutOfLine
  private static void end(Object token, boolean timedOut, Throwable thrown) {
    if (token == null) {
      return;
    }
    ThreadState state = Probing.enter();
    if (state == null) {
      return;
    }
    try {
      LockOutcome signalled = timedOut ? LockOutcome.TIMED_OUT : LockOutcome.ACQUIRED;
      ((ConditionWait) token)
          .end(LockTable.HOST, thrown == null ? signalled : LockOutcome.INTERRUPTED);
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }
}
