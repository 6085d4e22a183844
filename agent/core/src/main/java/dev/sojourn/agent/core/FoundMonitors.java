package dev.sojourn.agent.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
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

  /**
   * What is known of such a class.
   *
   * @param mates classes of the same outermost one that enter monitors of the same names
   */
  private record Found(
      List<SynchronizedCallee> callees,
      Set<String> monitorNames,
      Set<String> mates,
      Set<String> callers) {}

  private final Map<String, Found> byClass = new ConcurrentHashMap<>();

  boolean isEmpty() {
    return byClass.isEmpty();
  }

  boolean hasClass(String name) {
    return byClass.containsKey(name)
        || byClass.values().stream().anyMatch(found -> found.mates().contains(name));
  }

  /**
   * Adds a place; the class file is looked for among the loaded classes of its name.
   *
   * @return the classes that are to be woven
   */
  Set<String> add(Place place, Class<?>[] loaded) {
    Found found = byClass.computeIfAbsent(place.className(), name -> read(name, loaded));
    found.callers().add(place.caller());
    Set<String> touched = new HashSet<>(found.mates());
    touched.add(place.className());
    touched.add(place.caller());
    return touched;
  }

  /** Removes a class; returns the classes that are to be restored. */
  Set<String> remove(String className) {
    Found removed = byClass.remove(className);
    Set<String> touched = new HashSet<>(Set.of(className));
    if (removed != null) {
      touched.addAll(removed.callers());
      touched.addAll(removed.mates());
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
    return new Found(
        List.copyOf(callees),
        Set.copyOf(monitorNames),
        mates(name, monitorNames, loaded),
        ConcurrentHashMap.newKeySet());
  }

  /** Who holds a lock is often of another class; if that is private, of one nested with it. */
  private static Set<String> mates(String name, Set<String> monitorNames, Class<?>[] loaded) {
    Set<String> mates = new HashSet<>();
    for (Class<?> type : loaded) {
      if (isNestedWith(type.getName(), name) && MonitorWeaver.isOfHost(type.getClassLoader())) {
        Set<String> names = new HashSet<>();
        read(type, new ArrayList<>(), names);
        if (!Collections.disjoint(names, monitorNames)) {
          mates.add(type.getName());
        }
      }
    }
    return Set.copyOf(mates);
  }

  private static boolean isNestedWith(String className, String other) {
    return !className.equals(other) && outermost(className).equals(outermost(other));
  }

  private static String outermost(String className) {
    int nested = className.indexOf('$');
    return nested < 0 ? className : className.substring(0, nested);
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
