package dev.sojourn.agent.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * Finds what a class extends and implements from class files alone: a transformer must not load
 * classes.
 */
final class Supertypes {
  private Supertypes() {}

  /**
   * Binary names of the class and of all that it extends or implements, as far as they are found.
   */
  static Set<String> of(ClassReader reader, ClassLoader loader) {
    Set<String> names = new HashSet<>();
    collect(reader, loader, names);
    return names;
  }

  private static void collect(ClassReader reader, ClassLoader loader, Set<String> names) {
    if (!names.add(reader.getClassName().replace('/', '.'))) {
      return;
    }
    visit(reader.getSuperName(), loader, names);
    for (String implemented : reader.getInterfaces()) {
      visit(implemented, loader, names);
    }
  }

  private static void visit(String internalName, ClassLoader loader, Set<String> names) {
    if (internalName == null || internalName.startsWith("java/lang/")) {
      return;
    }
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      if (in == null) {
        names.add(internalName.replace('/', '.'));
      } else {
        collect(new ClassReader(in), loader, names);
      }
    } catch (IOException | RuntimeException unreadable) {
      names.add(internalName.replace('/', '.'));
    }
  }
}
