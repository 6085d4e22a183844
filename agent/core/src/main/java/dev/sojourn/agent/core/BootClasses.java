package dev.sojourn.agent.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
  private static final Set<String> READ_BY_PROBES =
      Set.of(
          "java.lang",
          "java.util.concurrent",
          "java.util.concurrent.locks",
          "jdk.internal.access",
          "jdk.internal.misc",
          "jdk.internal.reflect");

  private BootClasses() {}

  static void define(Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    Module base = Object.class.getModule();
    open(instrumentation, base, Set.of("jdk.internal.misc"), BootClasses.class.getModule());
    Class<?> unsafeClass = Class.forName("jdk.internal.misc.Unsafe");
    Object unsafe = unsafeClass.getMethod("getUnsafe").invoke(null);
    Method define =
        unsafeClass.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    Deque<String> names = names();
    while (!names.isEmpty()) {
      define(define, unsafe, names.poll(), names);
    }
    Class<?> presence = Class.forName("dev.sojourn.agent.bootstrap.Presence", true, null);
    presence.getMethod("ofBuild", String.class).invoke(null, Version.build());
    Module probes = presence.getModule();
    open(instrumentation, base, READ_BY_PROBES, probes);
    ModuleLayer.boot()
        .findModule("jdk.jfr")
        .ifPresent(jfr -> open(instrumentation, jfr, Set.of("jdk.jfr.internal"), probes));
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

  private static void define(Method define, Object unsafe, String name, Deque<String> later)
      throws IllegalAccessException, InvocationTargetException, IOException {
    if (isDefined(name)) {
      return;
    }
    byte[] bytes = bytes(name + ".classdata");
    try {
      define.invoke(unsafe, name, bytes, 0, bytes.length, null, null);
    } catch (InvocationTargetException failure) {
      // A class whose supertype has not had its turn waits.
      if (!(failure.getCause() instanceof NoClassDefFoundError) || later.isEmpty()) {
        throw failure;
      }
      later.add(name);
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

  private static Deque<String> names() throws IOException {
    try (InputStream index = BootClasses.class.getResourceAsStream(FOLDER + "index");
        var reader = new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))) {
      Deque<String> names = new ArrayDeque<>();
      for (String name = reader.readLine(); name != null; name = reader.readLine()) {
        names.add(name);
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
