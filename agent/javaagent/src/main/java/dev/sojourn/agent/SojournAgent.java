package dev.sojourn.agent;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;

/** Where the JVM enters the agent. Whatever fails here costs the host one line on stderr. */
public final class SojournAgent {
  private static final String ANSWER = "sojourn.agent.answer";
  private static Class<?> inside;

  private SojournAgent() {}

  /** Comes with the JVM: {@code -javaagent:sojourn-agent.jar=options}. */
  public static void premain(String options, Instrumentation instrumentation) {
    obey(Request.of(options), false, instrumentation);
  }

  /**
   * Comes to a running JVM, or does what else {@link Request} can ask for. The system property
   * {@code sojourn.agent.answer} then tells whoever asked how it went.
   */
  public static void agentmain(String options, Instrumentation instrumentation) {
    obey(Request.of(options), true, instrumentation);
  }

  private static synchronized void obey(
      Request request, boolean attached, Instrumentation instrumentation) {
    try {
      switch (request.verb()) {
        case ENTER -> enter(request, attached, instrumentation);
        case LEAVE -> leave();
        case JOIN -> tellInside("join", request.options());
        case PART -> tellInside("part", request.options());
        case PLAN -> plan(request, instrumentation);
      }
    } catch (InvocationTargetException failure) {
      complain(failure.getCause());
    } catch (Throwable failure) {
      complain(failure);
    }
  }

  private static void enter(Request request, boolean attached, Instrumentation instrumentation)
      throws Throwable {
    CoreLoader loader = inside == null ? new CoreLoader(request.jar()) : null;
    Class<?> core = inside == null ? loader.loadClass("dev.sojourn.agent.core.Agent") : inside;
    boolean entered = false;
    try {
      entered = (boolean) entrance(core).invokeExact(request.options(), attached, instrumentation);
      inside = entered ? core : inside;
    } finally {
      if (loader != null && !entered) {
        loader.close();
      }
    }
  }

  private static MethodHandle entrance(Class<?> core) throws ReflectiveOperationException {
    MethodType type =
        MethodType.methodType(boolean.class, String.class, boolean.class, Instrumentation.class);
    return MethodHandles.publicLookup().findStatic(core, "enter", type);
  }

  private static void leave() throws Exception {
    if (inside == null) {
      refuse("no agent is at work in this JVM");
      return;
    }
    Class<?> leaving = inside;
    inside = null;
    CoreLoader loader = (CoreLoader) leaving.getClassLoader();
    try (loader) {
      leaving.getMethod("leave").invoke(null);
    }
  }

  private static void tellInside(String method, String options) throws Exception {
    if (inside == null) {
      refuse("no agent is at work in this JVM");
    } else {
      inside.getMethod(method, String.class).invoke(null, options);
    }
  }

  private static void plan(Request request, Instrumentation instrumentation) throws Exception {
    try (CoreLoader loader = new CoreLoader(request.jar())) {
      loader
          .loadClass("dev.sojourn.agent.core.JvmPlan")
          .getMethod("write", String.class, String.class, Instrumentation.class)
          .invoke(null, request.options(), request.file(), instrumentation);
      System.setProperty(ANSWER, "planned");
    }
  }

  private static void complain(Throwable failure) {
    refuse(String.valueOf(failure));
    System.err.println("sojourn: the agent failed, the program runs without it: " + failure);
  }

  private static void refuse(String why) {
    try {
      System.setProperty(ANSWER, "refused: " + why);
    } catch (SecurityException denied) {
      // an exception that leaves premain ends the JVM
    }
  }
}
