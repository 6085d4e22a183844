package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;

/** What the woven fork/join classes call. No probe throws. */
public final class ForkJoinProbe {
  private ForkJoinProbe() {}

  /**
   * A task was handed to a pool from outside, or from one of its own workers as if from outside.
   */
  public static void submitted(Object pool, Object task) {
    if (task instanceof ForkJoinTask<?> && isUsersWork(task)) {
      TaskProbe.submitted(pool, task);
    }
  }

  /** A task starts, whether it was submitted or forked. */
  public static Run started(Object task) {
    return isUsersWork(task) && !isForked(task) ? start(task) : null;
  }

  /** Leaves what the JDK does for itself early: pieces of streams, above all. */
  private static boolean isUsersWork(Object task) {
    return TaskTypes.of(task) != TaskType.IGNORED;
  }

  private static Run start(Object task) {
    if (Thread.currentThread() instanceof ForkJoinWorkerThread worker) {
      return TaskProbe.started(worker.getPool(), task);
    }
    // A thread that waits for a task of the common pool helps it.
    ThreadState state = ThreadState.current();
    state.guest(true);
    try {
      return TaskProbe.started(ForkJoinPool.commonPool(), task);
    } finally {
      state.guest(false);
    }
  }

  /** Leaves a piece of divided work early, unless it was submitted and thereby stamped. */
  private static boolean isForked(Object task) {
    try {
      return TaskTypes.of(task).isDivision() && !IdentityHash.mayExist(task);
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return false;
    }
  }
}
