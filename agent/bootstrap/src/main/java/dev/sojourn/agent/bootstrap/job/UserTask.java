package dev.sojourn.agent.bootstrap.job;

import java.lang.invoke.MethodHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;

/**
 * The user's own work inside what an executor runs.
 *
 * @param type its type
 * @param future what tells how it ended; null where an exception would come out of the task itself
 */
record UserTask(TaskType type, Object future) {
  private static final int DEEPEST = 8;

  /** Unwraps a task; null if there is no user's work in it, or none left. */
  static UserTask in(Object task) throws Throwable {
    Object current = task;
    Object future = null;
    for (int depth = 0; depth < DEEPEST && current != null; depth++) {
      TaskType type = TaskTypes.of(current);
      future = futureOf(current, type, future);
      if (future instanceof Future<?> known && known.isDone()) {
        return null;
      }
      MethodHandle inner = type.inner();
      if (inner == null) {
        return type.name() == null ? null : new UserTask(type, future);
      }
      current = (Object) inner.invokeExact(current);
    }
    return null;
  }

  private static Object futureOf(Object current, TaskType type, Object outer) throws Throwable {
    if (type.dependent() != null) {
      Object dependent = (Object) type.dependent().invokeExact(current);
      return dependent instanceof CompletableFuture<?> ? dependent : outer;
    }
    return current instanceof RunnableFuture<?> || current instanceof ForkJoinTask<?>
        ? current
        : outer;
  }
}
