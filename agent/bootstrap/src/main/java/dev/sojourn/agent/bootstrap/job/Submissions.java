package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.JdkFields;
import dev.sojourn.agent.bootstrap.ThreadState;
import dev.sojourn.agent.bootstrap.executor.ExecutorState;
import java.lang.invoke.MethodHandle;

/**
 * When each task was handed to its executor. Whether a task's run is timed is decided here, so that
 * its waiting time and its service time are known together or not at all.
 */
final class Submissions {
  /** In place of a time that is not known. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final SubmissionTable TASKS = new SubmissionTable();
  private static final SubmissionTable THREADS = new SubmissionTable();
  private static final MethodHandle DUE_NANOS =
      JdkFields.longGetter(
          "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask", "time");
  private static final Class<?> SCHEDULED = scheduled();

  private Submissions() {}

  static void put(ThreadState state, ExecutorState executor, Object handed) throws Throwable {
    Object task = LibraryWrappers.submitted(handed);
    TaskType type = UserTask.typeIn(task);
    if (type == null) {
      return;
    }
    type.seeSubmission();
    Job job = type.jobOn(executor);
    // A piece of divided work is known by its stamp to have been submitted.
    int exponent = type.isDivision() ? 0 : job.choose(state.random());
    if (TaskTypes.of(task).isShared()) {
      job.submissions().put(stamp(exponent));
    } else if (exponent >= 0) {
      stamp(task, exponent);
    }
  }

  private static void stamp(Object task, int exponent) throws Throwable {
    TaskType outermost = TaskTypes.of(task);
    boolean seenBefore = outermost.inner() == null && IdentityHash.mayExist(task);
    boolean queued = TASKS.put(System.identityHashCode(task), stamp(exponent));
    if (seenBefore && queued) {
      outermost.share();
    }
  }

  private static long stamp(int exponent) {
    return exponent < 0 ? Stamp.NONE : Stamp.of(System.nanoTime(), exponent);
  }

  static void remove(ExecutorState executor, Object handed) throws Throwable {
    Object task = LibraryWrappers.submitted(handed);
    if (TaskTypes.of(task).isShared()) {
      TaskType type = UserTask.typeIn(task);
      if (type != null) {
        type.jobOn(executor).submissions().removeLast();
      }
    } else if (IdentityHash.mayExist(task)) {
      TASKS.take(System.identityHashCode(task));
    }
  }

  /** The stamp of a task of that job; {@link Stamp#NONE} if it was not stamped. */
  static long take(Job job, Object handed) throws Throwable {
    Object task = LibraryWrappers.submitted(handed);
    if (TaskTypes.of(task).isShared()) {
      return job.submissions().take();
    }
    return IdentityHash.mayExist(task) ? TASKS.take(System.identityHashCode(task)) : Stamp.NONE;
  }

  /**
   * A thread starts that is made for one task. Its number decides whether the task is timed: the
   * thread finds it out for itself, so nothing needs to be kept for those that are not.
   */
  static void putThread(ExecutorState executor, long threadId) {
    if (isChosen(executor.strideExponent(), threadId)) {
      THREADS.put((int) threadId, Stamp.of(System.nanoTime(), 0));
    }
  }

  /** The number of runs that the run of a thread of its own is timed for; 0 if it is not timed. */
  static int weight(Job job, long threadId) {
    int exponent = job.strideExponent();
    return isChosen(exponent, threadId) ? 1 << exponent : 0;
  }

  static long takeThread(long threadId) {
    return THREADS.take((int) threadId);
  }

  // Those chosen for a longer stride are among those chosen for a shorter one.
  private static boolean isChosen(int exponent, long threadId) {
    int spread = (int) threadId * 0x9E3779B1;
    return exponent == 0 || spread >>> (Integer.SIZE - exponent) == 0;
  }

  /** When a scheduled task was due; unknown for other tasks. */
  static long dueNanos(Object task) throws Throwable {
    return task.getClass() == SCHEDULED && DUE_NANOS != null
        ? (long) DUE_NANOS.invokeExact(task)
        : UNKNOWN;
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
