package dev.sojourn.agent.core;

import java.lang.instrument.Instrumentation;

/**
 * The one class that the agent's outer part calls. It mentions no probe, so it can be loaded before
 * they are defined.
 */
public final class Agent {
  private static Session session;

  private Agent() {}

  /**
   * Brings the agent in.
   *
   * @param given its options
   * @param attached whether the program runs already
   * @return false, after saying why, if it stays out
   */
  public static synchronized boolean enter(
      String given, boolean attached, Instrumentation instrumentation) throws Exception {
    if (session != null) {
      return refuse("an agent is already at work in this JVM and goes on; this one stays out");
    }
    if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
      return refuse("this JVM has no module jdk.jfr to record with; it runs without the agent");
    }
    BootClasses.define(instrumentation);
    session = Session.start(Options.parse(given), attached, instrumentation);
    return session != null
        || refuse("another agent is already at work in this JVM; this one stays out");
  }

  /** Takes the agent out again; the recording is whole when this returns. */
  public static synchronized void leave() throws Exception {
    Session leaving = session;
    session = null;
    leaving.stop();
  }

  private static boolean refuse(String why) {
    System.setProperty(Session.ANSWER, "refused: " + why);
    Notices.print(why);
    return false;
  }
}
