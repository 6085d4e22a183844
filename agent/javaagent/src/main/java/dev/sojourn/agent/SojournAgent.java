package dev.sojourn.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/** Where the JVM enters the agent. Whatever fails here costs the host one line on stderr. */
public final class SojournAgent {
  private static Class<?> inside;

  private SojournAgent() {}

  /** Comes with the JVM: {@code -javaagent:sojourn-agent.jar=options}. */
  public static void premain(String options, Instrumentation instrumentation) {
    enter(options, false, instrumentation);
  }

  /**
   * Comes to a running JVM, or leaves it where the options are {@code detach}. The system property
   * {@code sojourn.agent.answer} then tells whoever asked how it went.
   */
  public static void agentmain(String options, Instrumentation instrumentation) {
    if ("detach".equals(options)) {
      leave();
    } else {
      enter(options, true, instrumentation);
    }
  }

  private static synchronized void enter(
      String options, boolean attached, Instrumentation instrumentation) {
    try {
      Class<?> core =
          inside == null ? new CoreLoader().loadClass("dev.sojourn.agent.core.Agent") : inside;
      boolean entered =
          (boolean)
              core.getMethod("enter", String.class, boolean.class, Instrumentation.class)
                  .invoke(null, options, attached, instrumentation);
      inside = entered ? core : inside;
    } catch (InvocationTargetException failure) {
      complain(failure.getCause());
    } catch (Throwable failure) {
      complain(failure);
    }
  }

  private static synchronized void leave() {
    try {
      if (inside == null) {
        System.setProperty("sojourn.agent.answer", "refused: no agent is at work in this JVM");
      } else {
        inside.getMethod("leave").invoke(null);
        inside = null;
      }
    } catch (InvocationTargetException failure) {
      complain(failure.getCause());
    } catch (Throwable failure) {
      complain(failure);
    }
  }

  private static void complain(Throwable failure) {
    System.setProperty("sojourn.agent.answer", "refused: " + failure);
    System.err.println("sojourn: the agent failed, the program runs without it: " + failure);
  }
}
