package dev.sojourn.agent.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;

/**
 * Finds what a class extends and implements from class files alone: a transformer must not load
 * classes. It remembers what it read, by loader, since classes share their supertypes; loaders are
 * not retained. Thread-safe.
 */
final class Supertypes {
  private final Map<ClassLoader, Map<String, Set<String>>> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Binary names of the class and of all that it extends or implements, as far as they are found.
   */
  Set<String> of(ClassReader reader, ClassLoader loader) {
    return collect(reader, loader, new HashSet<>());
  }

  /**
   * As {@link #of}.
   *
   * @param below internal names of the types on the way here: a broken class may extend itself
   */
  private Set<String> collect(ClassReader reader, ClassLoader loader, Set<String> below) {
    Set<String> names = new HashSet<>();
    names.add(reader.getClassName().replace('/', '.'));
    below.add(reader.getClassName());
    names.addAll(above(reader.getSuperName(), loader, below));
    for (String implemented : reader.getInterfaces()) {
      names.addAll(above(implemented, loader, below));
    }
    below.remove(reader.getClassName());
    return names;
  }

  private Set<String> above(String internalName, ClassLoader loader, Set<String> below) {
    if (internalName == null
        || internalName.startsWith("java/lang/")
        || below.contains(internalName)) {
      return Set.of();
    }
    Map<String, Set<String>> ofLoader =
        known.computeIfAbsent(loader, key -> new ConcurrentHashMap<>());
    Set<String> names = ofLoader.get(internalName);
    if (names == null) {
      names = read(internalName, loader, below);
      ofLoader.put(internalName, names);
    }
    return names;
  }

  private Set<String> read(String internalName, ClassLoader loader, Set<String> below) {
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      if (in != null) {
        return Set.copyOf(collect(new ClassReader(in), loader, below));
      }
    } catch (IOException | RuntimeException unreadable) {
      return Set.of(internalName.replace('/', '.'));
    }
    return Set.of(internalName.replace('/', '.'));
  }
}
