package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.ObjectField;
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

  /** The type of the user's work in a task; null if there is none. */
  static TaskType typeIn(Object task) throws Throwable {
    Object current = task;
    for (int depth = 0; depth < DEEPEST && current != null; depth++) {
      TaskType type = TaskTypes.of(current);
      ObjectField inner = type.inner();
      if (inner == null) {
        return type.name() == null ? null : type;
      }
      current = inner.of(current);
    }
    return null;
  }

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
      ObjectField inner = type.inner();
      if (inner == null) {
        return type.name() == null ? null : new UserTask(type, future);
      }
      current = inner.of(current);
    }
    return null;
  }

  private static Object futureOf(Object current, TaskType type, Object outer) throws Throwable {
    if (type.dependent() != null) {
      Object dependent = type.dependent().of(current);
      return dependent instanceof CompletableFuture<?> ? dependent : outer;
    }
    // A JDK's own task may be a CompletableFuture; a user's that is one may be done beforehand.
    boolean completable = current instanceof CompletableFuture<?> && type.inner() != null;
    boolean keepsFailure =
        completable || current instanceof RunnableFuture<?> || current instanceof ForkJoinTask<?>;
    return keepsFailure ? current : outer;
  }
}
