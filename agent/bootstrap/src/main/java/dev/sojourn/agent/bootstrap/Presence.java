package dev.sojourn.agent.bootstrap;

/**
 * Whether an agent is at work in this JVM, whichever loader its inner part came by. Methods that
 * run for long, such as a pool's worker, go on with woven code after it left: their probes ask
 * here.
 */
public final class Presence {
  private static volatile boolean taken;
  private static volatile String build;

  private Presence() {}

  /** Tells which build of the agent these classes are of. */
  public static void ofBuild(String text) {
    build = text;
  }

  /** The build that these classes are of; the next agent in this JVM has to be of it too. */
  public static String build() {
    return build;
  }

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
