package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;
import dev.sojourn.agent.bootstrap.executor.ExecutorState;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What methods call that are jobs by a pattern or are a framework's entry point. No probe throws.
 */
public final class MethodProbe {
  private static final int MOST = 4096;
  private static final AtomicReferenceArray<Job> JOBS = new AtomicReferenceArray<>(MOST);
  private static int known;

  private MethodProbe() {}

  /** Gives a job's name the number that its woven methods carry. */
  public static synchronized int register(String name) {
    Job job = JobTable.INSTANCE.of(name, ExecutorState.NONE);
    for (int i = 0; i < known; i++) {
      if (JOBS.get(i) == job) {
        return i;
      }
    }
    if (known == MOST) {
      return MOST - 1;
    }
    JOBS.set(known, job);
    return known++;
  }

  /** Forgets all numbers: no woven method is left. */
  public static synchronized void clear() {
    while (known > 0) {
      JOBS.set(--known, null);
    }
  }

  /** A method starts whose job has that number. */
  public static Run started(int job) {
    return start(job, null);
  }

  /** A method starts whose job is named after the class of its instance. */
  public static Run startedOn(Object instance) {
    return start(0, instance);
  }

  private static Run start(int number, Object instance) {
    ThreadState state = ThreadState.current();
    if (!state.enterProbe()) {
      return null;
    }
    try {
      Job job = instance == null ? JOBS.get(number) : jobOf(instance);
      if (job == null) {
        return null;
      }
      if (state.run() instanceof TaskRun outer && outer.isMethodOf(job)) {
        return null;
      }
      int exponent = job.choose(state.random());
      TaskRun run = TaskRun.begin(state, job, false, exponent < 0 ? 0 : 1 << exponent);
      if (exponent < 0) {
        run.startUntimed();
      } else {
        run.start(TaskProbe.meter(), System.nanoTime());
      }
      return run;
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }

  private static Job jobOf(Object instance) {
    String name = TaskTypes.of(instance).name();
    return name == null ? null : JobTable.INSTANCE.of(name, ExecutorState.NONE);
  }

  /** A method that started ends. */
  public static void ended(Run run, Throwable failure) {
    if (run == null) {
      return;
    }
    ThreadState state = ThreadState.current();
    if (!state.enterProbe()) {
      return;
    }
    try {
      TaskRun method = (TaskRun) run;
      long nowNanos = method.endNanos();
      method.end(state, TaskProbe.meter(), nowNanos, failure);
    } catch (Throwable unexpected) {
      Suppressed.add(unexpected);
    } finally {
      state.exitProbe();
    }
  }
}
