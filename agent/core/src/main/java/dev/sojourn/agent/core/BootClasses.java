package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.Presence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Defines the probes on the boot loader one by one. Appending a jar to the boot class path would
 * switch class data sharing off and make the JVM say so.
 */
final class BootClasses {
  private static final String FOLDER = "/sojourn/boot/";
  private static final String EVENTS = "dev/sojourn/agent/bootstrap/event/";
  private static final Set<String> READ_BY_PROBES =
      Set.of(
          "java.lang",
          "java.nio",
          "java.util.concurrent",
          "java.util.concurrent.locks",
          "jdk.internal.access",
          "jdk.internal.misc",
          "jdk.internal.ref",
          "jdk.internal.reflect");

  private BootClasses() {}

  /** Defines all but the events. */
  static void define(Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    Module base = Object.class.getModule();
    open(instrumentation, base, Set.of("jdk.internal.misc"), BootClasses.class.getModule());
    define(false);
    Presence.ofBuild(Version.build());
    Module probes = Presence.class.getModule();
    open(instrumentation, base, READ_BY_PROBES, probes);
    ModuleLayer.boot()
        .findModule("jdk.jfr")
        .ifPresent(jfr -> open(instrumentation, jfr, Set.of("jdk.jfr.internal"), probes));
  }

  /**
   * Defines the events, after {@link #define}. While a recording runs JFR writes its part into an
   * event's class as it is defined; those that are there before are each redefined, which stops all
   * threads and costs more than the class itself.
   */
  static void defineEvents() throws ReflectiveOperationException, IOException {
    define(true);
  }

  private static void define(boolean events) throws ReflectiveOperationException, IOException {
    MethodHandle definer = definer();
    Deque<String> names = names(events);
    while (!names.isEmpty()) {
      define(definer, names.poll(), names);
    }
  }

  /** The build that the probes in this JVM are of; null if there are none yet. */
  static String presentBuild() throws ReflectiveOperationException {
    String presence = "dev.sojourn.agent.bootstrap.Presence";
    if (!isDefined(presence)) {
      return null;
    }
    try {
      return (String) Class.forName(presence, true, null).getMethod("build").invoke(null);
    } catch (NoSuchMethodException beforeBuildsWereTold) {
      return "an early one";
    }
  }

  // Reflection would make a dozen classes for so many arguments on later JDKs.
  private static MethodHandle definer() throws ReflectiveOperationException {
    Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
    MethodType type =
        MethodType.methodType(
            Class.class,
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    return MethodHandles.lookup()
        .findVirtual(unsafe, "defineClass", type)
        .bindTo(unsafe.getMethod("getUnsafe").invoke(null));
  }

  private static void define(MethodHandle definer, String name, Deque<String> later)
      throws IOException {
    byte[] bytes = bytes(name + ".classdata");
    try {
      Class<?> unused =
          (Class<?>)
              definer.invokeExact(
                  name, bytes, 0, bytes.length, (ClassLoader) null, (ProtectionDomain) null);
    } catch (LinkageError failure) {
      if (isDefined(name)) {
        return;
      }
      // A class whose supertype has not had its turn waits.
      if (!(failure instanceof NoClassDefFoundError) || later.isEmpty()) {
        throw failure;
      }
      later.add(name);
    } catch (Throwable failure) {
      throw new IllegalStateException(name, failure);
    }
  }

  /** Opens packages of a module of the JDK to one module, and to nothing else. */
  private static void open(
      Instrumentation instrumentation, Module jdk, Set<String> packages, Module reader) {
    Map<String, Set<Module>> opened = new HashMap<>();
    for (String name : packages) {
      opened.put(name, Set.of(reader));
    }
    instrumentation.redefineModule(jdk, Set.of(), opened, opened, Set.of(), Map.of());
  }

  private static boolean isDefined(String name) {
    try {
      Class.forName(name.replace('/', '.'), false, null);
      return true;
    } catch (ClassNotFoundException notYet) {
      return false;
    }
  }

  private static Deque<String> names(boolean events) throws IOException {
    try (InputStream index = BootClasses.class.getResourceAsStream(FOLDER + "index");
        var reader = new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))) {
      Deque<String> names = new ArrayDeque<>();
      for (String name = reader.readLine(); name != null; name = reader.readLine()) {
        if (name.startsWith(EVENTS) == events) {
          names.add(name);
        }
      }
      return names;
    }
  }

  private static byte[] bytes(String entry) throws IOException {
    try (InputStream in = BootClasses.class.getResourceAsStream(FOLDER + entry)) {
      return in.readAllBytes();
    }
  }
}
