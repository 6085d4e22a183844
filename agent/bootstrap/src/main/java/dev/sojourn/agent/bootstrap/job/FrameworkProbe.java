package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.Presence;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;
import dev.sojourn.agent.bootstrap.executor.ExecutorState;
import dev.sojourn.agent.bootstrap.executor.ExecutorTable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What entry points of frameworks call. No probe throws. */
public final class FrameworkProbe {
  private static final int MOST = 256;
  private static final AtomicReferenceArray<FrameworkEntry> ENTRIES =
      new AtomicReferenceArray<>(MOST);

  private FrameworkProbe() {}

  /** Says how the entry point of that number tells its job's name and the rest. */
  public static void define(int number, Map<String, String> cells) {
    ENTRIES.set(number, FrameworkEntry.parse(cells));
  }

  /** A run starts at the entry point of that number. */
  public static Run started(int number, Object subject, Object first, Object second) {
    if (!Presence.isActive()) {
      return null;
    }
    ThreadState state = ThreadState.current();
    if (!state.enterProbe()) {
      return null;
    }
    try {
      return begin(state, ENTRIES.get(number), new ObjectPath.Call(subject, first, second));
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }

  private static TaskRun begin(ThreadState state, FrameworkEntry entry, ObjectPath.Call call)
      throws ReflectiveOperationException {
    String name = entry.name(call);
    if (name == null) {
      return null;
    }
    Run outer = state.run();
    Job job = JobTable.INSTANCE.of(name, executor(outer));
    if (outer instanceof TaskRun run && run.isMethodOf(job)) {
      return null;
    }
    TaskRun run = TaskRun.begin(state, job, false, 1);
    run.outcome(new Outcome(entry, call));
    run.attempt(entry.attempt(call));
    long lateNanos = entry.lateNanos(call);
    run.waited(lateNanos < 0 ? entry.waitingNanos(call) : lateNanos, lateNanos >= 0);
    run.start(TaskProbe.meter(), System.nanoTime());
    return run;
  }

  /** Frameworks have threads of their own: they go by the names of these. */
  private static ExecutorState executor(Run outer) {
    if (outer == null) {
      return ExecutorTable.INSTANCE.ofThread(Thread.currentThread());
    }
    return outer instanceof TaskRun run ? run.ofJob().executor() : ExecutorState.NONE;
  }

  /** A run that started at an entry point ends. */
  public static void ended(Run run, Throwable thrown) {
    if (run == null) {
      return;
    }
    long nowNanos = System.nanoTime();
    ThreadState state = ThreadState.current();
    if (!state.enterProbe()) {
      return;
    }
    try {
      TaskRun task = (TaskRun) run;
      Outcome outcome = (Outcome) task.outcome();
      Throwable failure = outcome.entry().failure(outcome.call(), thrown);
      task.end(state, TaskProbe.meter(), nowNanos, failure);
    } catch (Throwable unexpected) {
      Suppressed.add(unexpected);
    } finally {
      state.exitProbe();
    }
  }

  /** What is asked at a run's end. */
  private record Outcome(FrameworkEntry entry, ObjectPath.Call call) {}
}
