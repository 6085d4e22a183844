package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.ObjectField;
import dev.sojourn.agent.bootstrap.OutOfLine;
import dev.sojourn.agent.bootstrap.Presence;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;
import dev.sojourn.agent.bootstrap.executor.ExecutorState;
import dev.sojourn.agent.bootstrap.executor.ExecutorTable;

/** What woven executors call. No probe throws. */
public final class TaskProbe {
  private static final ClassValue<ObjectField> OUTER =
      new ClassValue<>() {
        @Override
        protected ObjectField computeValue(Class<?> type) {
          return ObjectField.in(type, "this$0");
        }
      };

  private static volatile ThreadMeter meter = ThreadMeter.NONE;

  private TaskProbe() {}

  /** Sets what measures threads. */
  public static void meter(ThreadMeter measuring) {
    meter = measuring;
  }

  static ThreadMeter meter() {
    return meter;
  }

  /** A task was handed to an executor. */
  @OutOfLine
  public static void submitted(Object executor, Object task) {
    ThreadState state = ThreadState.current();
    if (task == null || !Presence.isActive() || !state.enterProbe()) {
      return;
    }
    try {
      Submissions.put(state, ExecutorTable.INSTANCE.of(executor), task);
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }

  /** A task was handed to something that has no executor's name. */
  public static void submittedAnywhere(Object task) {
    submitted(null, task);
  }

  /** A thread that runs one task was started. */
  public static void threadStarted(Object executor, Thread thread) {
    ThreadState state = ThreadState.current();
    if (!Presence.isActive() || !state.enterProbe()) {
      return;
    }
    try {
      Submissions.putThread(ExecutorTable.INSTANCE.of(executor), thread.getId());
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }

  /** As {@link #threadStarted}, by something that has no executor's name. */
  public static void threadStartedAnywhere(Thread thread) {
    threadStarted(null, thread);
  }

  /** An executor refused a task. */
  public static void rejected(Object executor, Object task) {
    ThreadState state = ThreadState.current();
    if (task == null || !Presence.isActive() || !state.enterProbe()) {
      return;
    }
    try {
      reject(ExecutorTable.INSTANCE.of(executor), task);
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }

  private static void reject(ExecutorState executor, Object task) throws Throwable {
    Submissions.remove(executor, task);
    executor.countRejected();
    UserTask user = UserTask.in(task);
    if (user != null) {
      user.type().jobOn(executor).countRejected();
    }
  }

  /**
   * A task starts on this thread.
   *
   * @return its run, for {@link #ended}; null if it is none
   */
  public static Run started(Object executor, Object task) {
    return start(executor, task, false);
  }

  /** As {@link #started}, for a task of something that starts a thread for each. */
  public static Run startedInOwnThread(Object task) {
    return start(null, task, true);
  }

  /** As {@link #started}, by an object of a class that is nested in its executor's. */
  public static Run startedInside(Object nested, Object task) {
    try {
      ObjectField outer = OUTER.get(nested.getClass());
      return start(outer == null ? null : outer.of(nested), task, false);
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    }
  }

  /**
   * As {@link #started}, for a stage of a {@code CompletableFuture} that any kind of executor may
   * run.
   */
  public static Run startedStage(Object stage) {
    return start(null, stage, false);
  }

  @OutOfLine
  private static Run start(Object executor, Object task, boolean ownThread) {
    if (!Presence.isActive()) {
      return null;
    }
    ThreadState state = ThreadState.current();
    if (!state.enterProbe()) {
      return null;
    }
    try {
      Object owner = ownThread ? ThreadPerTask.executorOf(task) : executor;
      return begin(state, ExecutorTable.INSTANCE.of(owner), task, ownThread);
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }

  static TaskRun begin(ThreadState state, ExecutorState executor, Object task, boolean ownThread)
      throws Throwable {
    if (state.takeHanded() instanceof TaskRun handed) {
      handed.restart(System.nanoTime());
      return handed;
    }
    UserTask user = UserTask.in(task);
    if (user == null || isUnderWay(state, user)) {
      return null;
    }
    Job job = user.type().jobOn(executor);
    long stamp =
        ownThread
            ? Submissions.takeThread(Thread.currentThread().getId())
            : Submissions.take(job, task);
    if (stamp == Stamp.NONE && user.type().isDivision()) {
      return null;
    }
    long dueNanos = Submissions.dueNanos(task);
    boolean undecided = !user.type().isSubmissionSeen() || dueNanos != Submissions.UNKNOWN;
    int weight =
        ownThread
            ? Submissions.weight(job, Thread.currentThread().getId())
            : weight(state, job, stamp, undecided);
    TaskRun run = TaskRun.begin(state, job, true, weight);
    run.outcome(user.future());
    if (user.type().isCarrier()) {
      run.onlyCarries();
    }
    if (weight == 0) {
      run.startUntimed();
      return run;
    }
    if (!state.isGuest()) {
      executor.seen(Thread.currentThread());
    }
    return start(run, stamp, dueNanos);
  }

  /**
   * Whether a probe saw it start before, in what carries it: an executor's task, say, of a stage.
   */
  private static boolean isUnderWay(ThreadState state, UserTask user) {
    return user.future() != null
        && state.run() instanceof TaskRun run
        && run.outcome() == user.future();
  }

  /** The number of runs that a run is timed for. Mostly this was decided at its submission. */
  private static int weight(ThreadState state, Job job, long stamp, boolean undecided) {
    if (stamp != Stamp.NONE) {
      return Stamp.weight(stamp);
    }
    if (undecided) {
      int exponent = job.choose(state.random());
      return exponent < 0 ? 0 : 1 << exponent;
    }
    return job.strideExponent() == 0 ? 1 : 0;
  }

  @OutOfLine
  private static TaskRun start(TaskRun run, long stamp, long dueNanos) {
    long nowNanos = System.nanoTime();
    if (dueNanos != Submissions.UNKNOWN) {
      run.waited(Math.max(0, nowNanos - dueNanos), true);
    } else if (stamp != Stamp.NONE) {
      run.waited(Math.max(0, nowNanos - Stamp.nanos(stamp)), false);
    }
    run.start(meter, nowNanos);
    return run;
  }

  /** A task that started ends on this thread. */
  @OutOfLine
  public static void ended(Run run, Throwable failure) {
    if (run == null) {
      return;
    }
    ThreadState state = ThreadState.current();
    if (!state.enterProbe()) {
      return;
    }
    try {
      TaskRun task = (TaskRun) run;
      long nowNanos = task.endNanos();
      Throwable kept = failure == null ? Outcomes.failureOf(task.outcome()) : failure;
      task.end(state, meter, nowNanos, kept);
    } catch (Throwable unexpected) {
      Suppressed.add(unexpected);
    } finally {
      state.exitProbe();
    }
  }
}
