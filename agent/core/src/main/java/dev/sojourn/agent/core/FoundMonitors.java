package dev.sojourn.agent.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;

/**
 * The classes whose monitors were found contended, who calls their synchronized methods, and what
 * their code calls its monitors. Thread-safe.
 */
final class FoundMonitors {
  /**
   * Where a thread was blocked.
   *
   * @param className the class whose code enters the monitor
   * @param caller the class that called that code
   */
  record Place(String className, String caller) {}

  private record Found(
      List<SynchronizedCallee> callees, Set<String> monitorNames, Set<String> callers) {}

  private final Map<String, Found> byClass = new ConcurrentHashMap<>();

  boolean isEmpty() {
    return byClass.isEmpty();
  }

  boolean hasClass(String name) {
    return byClass.containsKey(name);
  }

  /** Adds a place; the class file is looked for among the loaded classes of its name. */
  void add(Place place, Class<?>[] loaded) {
    byClass
        .computeIfAbsent(place.className(), name -> read(name, loaded))
        .callers()
        .add(place.caller());
  }

  /** Removes a class; returns the classes that are to be restored. */
  Set<String> remove(String className) {
    Found removed = byClass.remove(className);
    Set<String> touched = new HashSet<>(Set.of(className));
    if (removed != null) {
      touched.addAll(removed.callers());
    }
    return touched;
  }

  /** The synchronized methods that a class is known to call. */
  List<SynchronizedCallee> calledBy(String caller) {
    List<SynchronizedCallee> callees = new ArrayList<>();
    for (Found found : byClass.values()) {
      if (found.callers().contains(caller)) {
        callees.addAll(found.callees());
      }
    }
    return callees;
  }

  /** What the code of a class calls the monitors that it enters. */
  Set<String> monitorNames(String className) {
    Found found = byClass.get(className);
    return found == null ? Set.of() : found.monitorNames();
  }

  private static Found read(String name, Class<?>[] loaded) {
    Set<String> monitorNames = new HashSet<>();
    List<SynchronizedCallee> callees = new ArrayList<>();
    for (Class<?> type : loaded) {
      if (type.getName().equals(name) && MonitorWeaver.isOfHost(type.getClassLoader())) {
        read(type, callees, monitorNames);
      }
    }
    if (!callees.isEmpty()) {
      monitorNames.add(name);
    }
    return new Found(List.copyOf(callees), Set.copyOf(monitorNames), ConcurrentHashMap.newKeySet());
  }

  private static void read(
      Class<?> type, List<SynchronizedCallee> callees, Set<String> monitorNames) {
    ClassLoader loader = type.getClassLoader();
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = loader.getResourceAsStream(file)) {
      if (in != null) {
        byte[] classFile = in.readAllBytes();
        callees.addAll(SynchronizedCallee.of(classFile, loader));
        MonitorNames names = new MonitorNames();
        new ClassReader(classFile).accept(names, ClassReader.EXPAND_FRAMES);
        names.byMethod().values().forEach(monitorNames::addAll);
      }
    } catch (IOException | RuntimeException unreadable) {
      // made at run time: its monitors are followed by what the JVM hands to the transformer
      monitorNames.add(type.getName());
    }
  }
}
