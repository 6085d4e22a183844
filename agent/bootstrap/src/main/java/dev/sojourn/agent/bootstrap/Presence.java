package dev.sojourn.agent.bootstrap;

/**
 * Whether an agent is at work in this JVM, whichever loader its inner part came by. Methods that
 * run for long, such as a pool's worker, go on with woven code after it left: their probes ask
 * here.
 */
public final class Presence {
  private static volatile boolean taken;

  private Presence() {}

  /** Takes the place; false if another has it. */
  public static synchronized boolean enter() {
    boolean free = !taken;
    taken = true;
    return free;
  }

  /** Gives the place back. */
  public static synchronized void leave() {
    taken = false;
  }

  /** Whether an agent is at work. */
  public static boolean isActive() {
    return taken;
  }
}
