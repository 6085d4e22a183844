package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.Run;

/** What the advice on executors calls. */
public final class TaskProbe {
  private TaskProbe() {}

  /** A task was handed to an executor. */
  public static void submitted(Object executor, Object task) {}

  /** An executor refused a task. */
  public static void rejected(Object executor, Object task) {}

  /** A task starts on this thread. */
  public static Run started(Object executor, Object task) {
    return null;
  }

  /** A task that started ends on this thread. */
  public static void ended(Run run, Object task, Throwable failure) {}
}
