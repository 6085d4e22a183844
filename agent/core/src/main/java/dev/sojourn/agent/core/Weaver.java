package dev.sojourn.agent.core;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Weaves types by name: it looks each class up in a map and leaves all others at once, unless there
 * are patterns, which are asked about classes outside the JDK. Thread-safe.
 */
final class Weaver implements ClassFileTransformer {
  private final Map<String, List<TypeInstrumentation>> named = new HashMap<>();
  private final JobPatterns patterns;
  private final Set<String> woven = ConcurrentHashMap.newKeySet();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  // Reading a supertype's class file may load classes of the host's loader, which come here again.
  private final ThreadLocal<Boolean> busy = new ThreadLocal<>();

  Weaver(List<TypeInstrumentation> instrumentations, JobPatterns patterns) {
    this.patterns = patterns;
    for (TypeInstrumentation instrumentation : instrumentations) {
      for (String name : instrumentation.typeNames()) {
        String internalName = name.replace('.', '/');
        named.putIfAbsent(internalName, new ArrayList<>());
        named.get(internalName).add(instrumentation);
      }
    }
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String internalName,
      Class<?> type,
      ProtectionDomain domain,
      byte[] classFile) {
    if (internalName == null) {
      return null;
    }
    List<TypeInstrumentation> types = named.get(internalName);
    boolean ofHost = loader != null && loader != ClassLoader.getPlatformClassLoader();
    if (types == null && (patterns.isEmpty() || !ofHost || busy.get() != null)) {
      return null;
    }
    busy.set(true);
    try {
      String name = internalName.replace('/', '.');
      List<MethodWeave> weaves = new ArrayList<>();
      if (types != null) {
        for (TypeInstrumentation instrumentation : types) {
          weaves.addAll(instrumentation.weaves());
        }
      } else {
        weaves.addAll(patterns.weaves(loader, name, classFile));
      }
      return weave(name, weaves, classFile);
    } catch (Throwable failure) {
      failures.add(internalName.replace('/', '.') + ": " + failure);
      return null;
    } finally {
      busy.remove();
    }
  }

  private byte[] weave(String name, List<MethodWeave> weaves, byte[] classFile) {
    byte[] bytes = weaves.isEmpty() ? null : ClassWeaver.weave(classFile, weaves);
    if (bytes != null) {
      woven.add(name);
    }
    return bytes;
  }

  /** Binary names of the types that are woven by name. */
  Set<String> typeNames() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    for (String name : named.keySet()) {
      names.add(name.replace('/', '.'));
    }
    return names;
  }

  JobPatterns patterns() {
    return patterns;
  }

  /** Counts a class that another transformer has put probes into. */
  void wove(String name) {
    woven.add(name);
  }

  /** Counts a class that another transformer has failed with. */
  void failed(String name, Throwable failure) {
    failures.add(name + ": " + failure);
  }

  /** Binary names of the classes that hold probes. */
  Set<String> woven() {
    return Set.copyOf(woven);
  }

  /** Classes whose weaving failed, and why. */
  List<String> failures() {
    return List.copyOf(failures);
  }
}
