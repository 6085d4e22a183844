package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.Presence;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * What thread pools call that take no more tasks. Whether a task was lost depends on the handler of
 * rejections: one runs it itself, one drops another in its place. No probe throws.
 */
public final class RejectionProbe {
  private RejectionProbe() {}

  /**
   * A task is handed to the handler of rejections.
   *
   * @return its run, for {@link TaskProbe#ended}, where the handler runs it; null where it does not
   */
  public static Run rejecting(Object executor, Object task) {
    if (!Presence.isActive()) {
      return null;
    }
    if (executor instanceof ThreadPoolExecutor pool && !pool.isShutdown()) {
      RejectedExecutionHandler handler = pool.getRejectedExecutionHandler();
      if (handler instanceof ThreadPoolExecutor.CallerRunsPolicy) {
        return startedByCaller(pool, task);
      }
      if (handler instanceof ThreadPoolExecutor.DiscardOldestPolicy) {
        TaskProbe.rejected(executor, oldest(pool));
        return null;
      }
    }
    TaskProbe.rejected(executor, task);
    return null;
  }

  private static Run startedByCaller(ThreadPoolExecutor pool, Object task) {
    ThreadState state = ThreadState.current();
    // What a worker of another pool was handed is what it works on, not this task.
    Run handed = state.takeHanded();
    state.guest(true);
    try {
      return TaskProbe.started(pool, task);
    } finally {
      state.guest(false);
      state.handed(handed);
    }
  }

  /** The task that gives way; another may be the oldest by the time that it is dropped. */
  private static Object oldest(ThreadPoolExecutor pool) {
    ThreadState state = ThreadState.current();
    if (!state.enterProbe()) {
      return null;
    }
    try {
      return pool.getQueue().peek();
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }
}
