package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;

/** What the advice on executors and on methods by pattern calls. */
public final class JobProbe {
  private JobProbe() {}

  /** A task was handed to an executor. */
  public static void submitted(Runnable task) {
    ThreadState state = ThreadState.current();
    if (!state.enterProbe()) {
      return;
    }
    try {
      if (task == null) {
        return;
      }
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }
}
