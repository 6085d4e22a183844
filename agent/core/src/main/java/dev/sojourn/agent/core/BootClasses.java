package dev.sojourn.agent.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Defines the probes on the boot loader one by one. Appending a jar to the boot class path would
 * switch class data sharing off and make the JVM say so.
 */
final class BootClasses {
  private static final String FOLDER = "/sojourn/boot/";

  private BootClasses() {}

  static void define(Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    open(instrumentation, Set.of("jdk.internal.misc"));
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
      String name = names.poll();
      if (!isDefined(name)) {
        byte[] bytes = bytes(name + ".classdata");
        define.invoke(unsafe, name, bytes, 0, bytes.length, null, null);
      }
    }
  }

  /** Opens packages of java.base to this loader's own module, and to nothing else. */
  static void open(Instrumentation instrumentation, Set<String> packages) {
    Set<Module> us = Set.of(BootClasses.class.getModule());
    var opened = new java.util.HashMap<String, Set<Module>>();
    packages.forEach(name -> opened.put(name, us));
    instrumentation.redefineModule(
        Object.class.getModule(), Set.of(), opened, opened, Set.of(), Map.of());
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
      List<String> lines = reader.lines().toList();
      return new ArrayDeque<>(lines);
    }
  }

  private static byte[] bytes(String entry) throws IOException {
    try (InputStream in = BootClasses.class.getResourceAsStream(FOLDER + entry)) {
      return in.readAllBytes();
    }
  }
}
