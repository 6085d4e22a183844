package dev.sojourn.agent.bootstrap;

/** Whether an agent is at work in this JVM, whichever loader its inner part came by. */
public final class Presence {
  private static boolean taken;

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
}
