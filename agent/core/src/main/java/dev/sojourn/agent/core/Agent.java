package dev.sojourn.agent.core;

import java.lang.instrument.Instrumentation;

/**
 * The one class that the agent's outer part calls. It mentions no probe, so it can be loaded before
 * they are defined.
 */
public final class Agent {
  private Agent() {}

  /** Brings the agent in. */
  public static void start(String given, Instrumentation instrumentation) throws Exception {
    if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
      Notices.print(
          "this JVM has no module jdk.jfr to record with; the program runs without the agent");
      return;
    }
    BootClasses.define(instrumentation);
    Session.start(Options.parse(given), instrumentation);
  }
}
