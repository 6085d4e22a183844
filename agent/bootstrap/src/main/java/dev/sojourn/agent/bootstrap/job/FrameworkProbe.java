package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.Presence;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;
import dev.sojourn.agent.bootstrap.executor.ExecutorState;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What entry points of frameworks call. No probe throws. */
public final class FrameworkProbe {
  private static final int MOST = 64;
  private static final AtomicReferenceArray<FrameworkEntry> ENTRIES =
      new AtomicReferenceArray<>(MOST);
  private static final long NANOS_PER_MILLI = 1_000_000;

  private FrameworkProbe() {}

  /** Says how the entry point of that number tells its job's name, due time and retries. */
  public static void define(int number, String name, String due, String retries) {
    ENTRIES.set(number, FrameworkEntry.parse(name, due, retries));
  }

  /** A run starts at the entry point of that number. */
  public static Run started(int number, Object subject, Object argument) {
    if (!Presence.isActive()) {
      return null;
    }
    ThreadState state = ThreadState.current();
    if (!state.enterProbe()) {
      return null;
    }
    try {
      return begin(state, ENTRIES.get(number), subject, argument);
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }

  private static TaskRun begin(
      ThreadState state, FrameworkEntry entry, Object subject, Object argument)
      throws ReflectiveOperationException {
    Job job = JobTable.INSTANCE.of(entry.name(subject, argument), ExecutorState.NONE);
    TaskRun run = TaskRun.begin(state, job, false, 1);
    run.attempt(entry.attempt(subject, argument));
    long due = entry.dueEpochMillis(subject, argument);
    if (due > 0) {
      long lateMillis = Math.max(0, System.currentTimeMillis() - due);
      run.waited(lateMillis * NANOS_PER_MILLI, true);
    }
    run.start(TaskProbe.meter(), System.nanoTime());
    return run;
  }
}
