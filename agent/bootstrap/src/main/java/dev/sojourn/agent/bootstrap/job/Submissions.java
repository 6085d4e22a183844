package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.JdkFields;
import dev.sojourn.agent.bootstrap.executor.ExecutorState;
import java.lang.invoke.MethodHandle;

/** When each task was handed to its executor. */
final class Submissions {
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final SubmissionTable TASKS = new SubmissionTable(System.nanoTime());
  private static final SubmissionTable THREADS = new SubmissionTable(System.nanoTime());
  private static final MethodHandle DUE_NANOS =
      JdkFields.longGetter(
          "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask", "time");
  private static final Class<?> SCHEDULED = scheduled();

  private Submissions() {}

  static void put(ExecutorState executor, Object task) {
    Job shared = sharedJob(executor, task);
    if (shared == null) {
      TASKS.put(System.identityHashCode(task), System.nanoTime());
    } else {
      shared.submissions().put(System.nanoTime());
    }
  }

  static void remove(ExecutorState executor, Object task) {
    Job shared = sharedJob(executor, task);
    if (shared == null) {
      TASKS.remove(System.identityHashCode(task));
    } else {
      shared.submissions().removeLast();
    }
  }

  static long take(ExecutorState executor, Object task) {
    Job shared = sharedJob(executor, task);
    return shared == null
        ? TASKS.take(System.identityHashCode(task), UNKNOWN)
        : shared.submissions().take(UNKNOWN);
  }

  static void putThread(long threadId) {
    THREADS.put((int) threadId, System.nanoTime());
  }

  static long takeThread(long threadId) {
    return THREADS.take((int) threadId, UNKNOWN);
  }

  /** When a scheduled task was due; unknown for other tasks. */
  static long dueNanos(Object task) throws Throwable {
    return task.getClass() == SCHEDULED && DUE_NANOS != null
        ? (long) DUE_NANOS.invokeExact(task)
        : UNKNOWN;
  }

  private static Job sharedJob(ExecutorState executor, Object task) {
    TaskType type = TaskTypes.of(task);
    return type.isShared() ? JobTable.INSTANCE.of(type.name(), executor) : null;
  }

  private static Class<?> scheduled() {
    try {
      return Class.forName(
          "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask", false, null);
    } catch (ClassNotFoundException lackedByThisJdk) {
      return null;
    }
  }
}
