package dev.sojourn.agent.bootstrap.event;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** What JFR offers to the JDK only. Its package must have been opened to this class's module. */
public final class JfrInternals {
  private JfrInternals() {}

  /**
   * Keeps the current thread out of all recordings: one that sleeps and wakes many times a second
   * would write an event, with a stack trace, each time. It can write no events itself from here
   * on. Where a JDK does not offer it nothing changes.
   */
  public static void excludeCurrentThread() {
    try {
      call("exclude", new Class<?>[] {Thread.class}, Thread.currentThread());
    } catch (ReflectiveOperationException | RuntimeException notOffered) {
      // its sleeps are recorded, which is dear but no harm
      return;
    }
  }

  /** Calls a method that is an instance's in older JDKs and static in newer ones. */
  static Object call(String name, Class<?>[] types, Object... arguments)
      throws ReflectiveOperationException {
    Class<?> jvm = Class.forName("jdk.jfr.internal.JVM");
    Method method = jvm.getDeclaredMethod(name, types);
    Object receiver =
        Modifier.isStatic(method.getModifiers())
            ? null
            : jvm.getDeclaredMethod("getJVM").invoke(null);
    return method.invoke(receiver, arguments);
  }
}
