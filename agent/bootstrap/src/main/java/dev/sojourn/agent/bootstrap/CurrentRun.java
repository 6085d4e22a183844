package dev.sojourn.agent.bootstrap;

/** The run that the current thread works on, for probes that only want to mention it. */
public final class CurrentRun {
  private CurrentRun() {}

  /** The innermost run's id; 0 outside any run. */
  public static long runId() {
    Run run = ThreadState.current().run();
    return run == null ? 0 : run.id();
  }

  /** The innermost run's job; null outside any run. */
  public static String job() {
    Run run = ThreadState.current().run();
    return run == null ? null : run.job();
  }
}
