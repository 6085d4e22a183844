package dev.sojourn.agent.bootstrap.failure;

import dev.sojourn.agent.bootstrap.OutOfLine;
import dev.sojourn.agent.bootstrap.Run;
import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;

/** What is called wherever an exception is made. Nothing here throws into the host or waits. */
public final class FailureProbe {
  private FailureProbe() {}

  /**
   * An exception is made.
   *
   * @param made the exception or, on later JDKs, its class
   * @param message null for none
   */
  public static void made(Object made, String message) {
    try {
      ThreadState state = ThreadState.recent();
      Run run = state.run();
      if (run != null && !passesOver(state) && state.enterProbe()) {
        try {
          follow(state, run, made, message);
        } finally {
          state.exitProbe();
        }
      }
    } catch (Throwable failure) {
      Suppressed.add(failure);
    }
  }

  private static boolean passesOver(ThreadState state) {
    ThreadFailures failures = (ThreadFailures) state.failures();
    return failures != null && failures.passesOver();
  }

  @OutOfLine
  private static void follow(ThreadState state, Run run, Object made, String message) {
    Class<?> type = made instanceof Class<?> known ? known : made.getClass();
    ThreadFailures failures = (ThreadFailures) state.failures();
    if (failures == null) {
      failures = new ThreadFailures(FailureTable.HOST);
      state.failures(failures);
    }
    failures.add(run, type.getName(), message, System.nanoTime(), state.random());
  }
}
