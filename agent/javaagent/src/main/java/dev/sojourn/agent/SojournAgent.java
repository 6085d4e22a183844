package dev.sojourn.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/** Where the JVM enters the agent. Whatever fails here costs the host one line on stderr. */
public final class SojournAgent {
  private SojournAgent() {}

  /** Started with the JVM: {@code -javaagent:sojourn-agent.jar=options}. */
  public static void premain(String options, Instrumentation instrumentation) {
    start("start", options, instrumentation);
  }

  /** Attached to a running JVM. */
  public static void agentmain(String options, Instrumentation instrumentation) {
    start("start", options, instrumentation);
  }

  private static void start(String how, String options, Instrumentation instrumentation) {
    try {
      new CoreLoader()
          .loadClass("dev.sojourn.agent.core.Agent")
          .getMethod(how, String.class, Instrumentation.class)
          .invoke(null, options, instrumentation);
    } catch (InvocationTargetException failure) {
      complain(failure.getCause());
    } catch (Throwable failure) {
      complain(failure);
    }
  }

  private static void complain(Throwable failure) {
    System.err.println(
        "sojourn: the agent could not start, the program runs without it: " + failure);
  }
}
