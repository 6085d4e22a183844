package dev.sojourn.agent.bootstrap;

/**
 * What the agent knows about one thread: whether it is inside a probe, and the run that it works
 * on. Only its own thread touches it.
 */
public final class ThreadState {
  private static final ThreadLocal<ThreadState> STATES =
      new ThreadLocal<>() {
        @Override
        protected ThreadState initialValue() {
          return new ThreadState();
        }
      };

  private boolean insideProbe;
  private Run run;
  private Run spare;
  private Run handed;
  private Object entering;

  private ThreadState() {}

  /** The state of the current thread, virtual or not. */
  public static ThreadState current() {
    return STATES.get();
  }

  /**
   * Marks the thread as inside a probe.
   *
   * @return false if it already was: then the caller leaves at once and does not call {@link
   *     #exitProbe}
   */
  public boolean enterProbe() {
    if (insideProbe) {
      return false;
    }
    insideProbe = true;
    return true;
  }

  /** Ends what a successful {@link #enterProbe} began. */
  public void exitProbe() {
    insideProbe = false;
  }

  /** The innermost run that the thread works on; null for none. */
  public Run run() {
    return run;
  }

  /** Makes {@code next} the run that the thread works on; null for none. */
  public void run(Run next) {
    run = next;
  }

  /** A run that ended and may be used for the next; null for none. Taking it takes it away. */
  public Run takeSpare() {
    Run taken = spare;
    spare = null;
    return taken;
  }

  /** A run that began when a pool's worker got its task; null for none. Taking it takes it away. */
  public Run takeHanded() {
    Run taken = handed;
    handed = null;
    return taken;
  }

  /** Leaves a run that began when a pool's worker got its task. */
  public void handed(Run begun) {
    handed = begun;
  }

  /** What was begun before a call whose callee is to enter a monitor; null for nothing. */
  public Object takeEntering() {
    Object taken = entering;
    entering = null;
    return taken;
  }

  /** Leaves what was begun before a call whose callee is to enter a monitor. */
  public void entering(Object begun) {
    entering = begun;
  }

  /** Leaves a run that ended for the next. */
  public void spare(Run ended) {
    spare = ended;
  }
}
