package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.Presence;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;
import dev.sojourn.agent.bootstrap.executor.ExecutorTable;

/**
 * What a thread pool's workers call when they ask for work. A worker that was there before the
 * agent goes on with the bytecode it began with, which knows no probe around its tasks; but it asks
 * for each task by a call. So its runs last from one answer to the next question. No probe throws.
 */
public final class WorkerProbe {
  private WorkerProbe() {}

  /** A worker asks for its next task: the one before has ended. */
  public static void asks() {
    end(null);
  }

  /** A worker ends, by an exception of its task or because there is no more work. */
  public static void exits(boolean byException) {
    end(byException ? new UnknownFailure() : null);
  }

  private static void end(Throwable failure) {
    ThreadState state = ThreadState.current();
    if (!state.enterProbe()) {
      return;
    }
    try {
      if (state.takeHanded() instanceof TaskRun run) {
        long nowNanos = run.endNanos();
        Throwable kept = failure == null ? Outcomes.failureOf(run.outcome()) : failure;
        run.end(state, TaskProbe.meter(), nowNanos, kept);
      }
    } catch (Throwable unexpected) {
      Suppressed.add(unexpected);
    } finally {
      state.exitProbe();
    }
  }

  /** A worker gets a task. */
  public static void receives(Object executor, Object task) {
    ThreadState state = ThreadState.current();
    if (task == null || !Presence.isActive() || !state.enterProbe()) {
      return;
    }
    try {
      state.handed(TaskProbe.begin(state, ExecutorTable.INSTANCE.of(executor), task, false));
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }

  /** In place of an exception that nobody told. */
  private static final class UnknownFailure extends Throwable {
    private static final long serialVersionUID = 1;

    UnknownFailure() {
      super(null, null, false, false);
    }
  }
}
