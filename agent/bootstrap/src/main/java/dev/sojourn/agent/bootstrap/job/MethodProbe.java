package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.OutOfLine;
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
  private static final int NO_NUMBER = -1;
  private static final AtomicReferenceArray<Job> JOBS = new AtomicReferenceArray<>(MOST);
  // Numbers are not given twice in the life of a JVM: a thread may remember one of an agent that
  // has left.
  private static volatile int first;
  private static int known;

  private MethodProbe() {}

  /** Gives a job's name the number that its woven methods carry. */
  public static synchronized int register(String name) {
    Job job = JobTable.INSTANCE.of(name, ExecutorState.NONE);
    for (int i = 0; i < known; i++) {
      if (JOBS.get(i) == job) {
        return first + i;
      }
    }
    if (known == MOST) {
      return first + MOST - 1;
    }
    JOBS.set(known, job);
    return first + known++;
  }

  /** Forgets all numbers: no woven method is left. */
  public static synchronized void clear() {
    first += known;
    while (known > 0) {
      JOBS.set(--known, null);
    }
    ThreadState.forgetAll();
  }

  /** A method starts whose job has that number. */
  public static Run started(int job) {
    ThreadState state = ThreadState.recent();
    if (state.counted() instanceof Tally tally && tally.isOf(job) && !state.isInsideProbe()) {
      if (tally.isOpen()) {
        return null;
      }
      if (tally.begin()) {
        return tally;
      }
    }
    return start(state, job, null);
  }

  /** A method starts whose job is named after the class of its instance. */
  public static Run startedOn(Object instance) {
    return start(ThreadState.current(), NO_NUMBER, instance);
  }

  @OutOfLine
  private static Run start(ThreadState state, int number, Object instance) {
    if (!state.enterProbe()) {
      return null;
    }
    try {
      Job job = instance == null ? jobOf(number) : jobOf(instance);
      Run outer = state.run();
      if (job == null || isMethodOf(outer, job)) {
        return null;
      }
      return number != NO_NUMBER && job.isTallied() && !mayBeOne(outer)
          ? beginTallied(state, job, number)
          : begin(state, job);
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }

  private static Job jobOf(int number) {
    int index = number - first;
    return index < 0 ? null : JOBS.get(index);
  }

  private static Job jobOf(Object instance) {
    String name = TaskTypes.of(instance).name();
    return name == null ? null : JobTable.INSTANCE.of(name, ExecutorState.NONE);
  }

  /** A method inside its own is part of it. */
  private static boolean isMethodOf(Run outer, Job job) {
    return outer instanceof Tally tally
        ? tally.ofJob() == job
        : outer instanceof TaskRun run && run.isMethodOf(job);
  }

  private static boolean mayBeOne(Run outer) {
    return outer instanceof TaskRun run && run.mayBeOneWithMethod();
  }

  private static TaskRun begin(ThreadState state, Job job) {
    int exponent = job.choose(state.random());
    return begin(state, job, exponent < 0 ? 0 : 1 << exponent);
  }

  private static TaskRun begin(ThreadState state, Job job, int weight) {
    TaskRun run = TaskRun.begin(state, job, false, weight);
    if (weight == 0) {
      run.startUntimed();
    } else {
      run.start(TaskProbe.meter(), System.nanoTime());
    }
    return run;
  }

  private static Run beginTallied(ThreadState state, Job job, int number) {
    ThreadTallies tallies = ThreadTallies.of(state, first);
    int exponent = job.strideExponent();
    if (!tallies.isRepeating()) {
      return begin(state, job);
    }
    Run outer = state.run();
    Tally tally = tallies.of(job, number, outer != null, exponent == 0);
    if (tally.isOpen()) {
      return begin(state, job);
    }
    if (tally.begin()) {
      enclose(outer);
      tally.settle(outer);
      return tally;
    }
    TaskRun run = begin(state, job, 1 << exponent);
    run.represents(tally.takeUnrepresented());
    tally.schedule(exponent, state.random());
    return run;
  }

  private static void enclose(Run outer) {
    if (outer instanceof Tally tally) {
      tally.hold();
    } else if (outer instanceof TaskRun run) {
      run.startsCounted();
    }
  }

  /** A method that started ends. */
  public static void ended(Run run, Throwable failure) {
    if (run != null && !(failure == null && run instanceof Tally tally && tally.end())) {
      finish(run, failure);
    }
  }

  @OutOfLine
  private static void finish(Run run, Throwable failure) {
    ThreadState state = ThreadState.current();
    if (run instanceof Tally tally) {
      tally.leave();
    }
    if (!state.enterProbe()) {
      return;
    }
    try {
      end(state, run, failure);
    } catch (Throwable unexpected) {
      Suppressed.add(unexpected);
    } finally {
      state.exitProbe();
    }
  }

  private static void end(ThreadState state, Run run, Throwable failure) {
    if (!(run instanceof Tally tally)) {
      end(state, (TaskRun) run, failure);
    } else if (failure != null || !tally.countLeft()) {
      TaskRun told = TaskRun.begin(state, tally.ofJob(), false, 0);
      told.startAs(tally);
      end(state, told, failure);
    }
  }

  private static void end(ThreadState state, TaskRun run, Throwable failure) {
    long nowNanos = run.endNanos();
    run.end(state, TaskProbe.meter(), nowNanos, failure);
  }
}
