package dev.sojourn.agent.core;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Weaves probes around the monitors that classes of the user's choice enter. Synchronized methods
 * get their monitor written out when the class is loaded, since only then may their modifiers
 * change; that stays when the probes are taken out. Class files older than Java 6 tell too little
 * of their jumps and are left alone. Thread-safe.
 */
final class MonitorWeaver {
  private static final int MAJOR_VERSION_OFFSET = 6;

  private final List<Glob> patterns;
  private final Weaver report;
  private final Instrumentation instrumentation;
  private final Set<String> woven = ConcurrentHashMap.newKeySet();
  private final Pass writingOut = new Pass(SynchronizedMethods::new);
  private final Pass probing = new Pass(MonitorProbes::new);

  /**
   * Makes a weaver that does nothing yet.
   *
   * @param report counts what was woven and what failed
   */
  MonitorWeaver(List<String> patterns, Weaver report, Instrumentation instrumentation) {
    this.patterns = patterns.stream().map(Glob::new).toList();
    this.report = report;
    this.instrumentation = instrumentation;
  }

  /** Weaves the classes that match, those loaded already as far as they can be. */
  void install() throws UnmodifiableClassException {
    if (!patterns.isEmpty()) {
      instrumentation.addTransformer(writingOut, false);
      instrumentation.addTransformer(probing, true);
      retransform(loaded());
    }
  }

  /** Takes the probes out. */
  void remove() throws UnmodifiableClassException {
    instrumentation.removeTransformer(writingOut);
    instrumentation.removeTransformer(probing);
    retransform(loaded().stream().filter(type -> woven.contains(type.getName())).toList());
  }

  /** Patterns that no woven class has matched so far. */
  List<Glob> unmatched() {
    return patterns.stream().filter(pattern -> woven.stream().noneMatch(pattern::matches)).toList();
  }

  /** Whether a class file is of Java 6 or later. */
  static boolean tellsItsJumps(ClassReader reader) {
    return reader.readUnsignedShort(MAJOR_VERSION_OFFSET) >= Opcodes.V1_6;
  }

  private List<Class<?>> loaded() {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (matches(type.getClassLoader(), type.getName())
          && instrumentation.isModifiableClass(type)) {
        classes.add(type);
      }
    }
    return classes;
  }

  private void retransform(List<Class<?>> classes) throws UnmodifiableClassException {
    if (!classes.isEmpty()) {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    }
  }

  private boolean matches(ClassLoader loader, String name) {
    return loader != null
        && loader != MonitorWeaver.class.getClassLoader()
        && patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }

  /** Makes what one pass puts before a class writer. */
  @FunctionalInterface
  private interface Visitors {
    ClassVisitor before(ClassVisitor writer, byte[] classFile);
  }

  private final class Pass implements ClassFileTransformer {
    private final Visitors visitors;

    Pass(Visitors visitors) {
      this.visitors = visitors;
    }

    @Override
    public byte[] transform(
        ClassLoader loader,
        String internalName,
        Class<?> type,
        ProtectionDomain domain,
        byte[] classFile) {
      String name = internalName == null ? "" : internalName.replace('/', '.');
      if (!matches(loader, name)) {
        return null;
      }
      try {
        return weave(name, new ClassReader(classFile), classFile);
      } catch (Throwable failure) {
        report.failed(name, failure);
        return null;
      }
    }

    private byte[] weave(String name, ClassReader reader, byte[] classFile) {
      if (!tellsItsJumps(reader)) {
        return null;
      }
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      reader.accept(visitors.before(writer, classFile), ClassReader.EXPAND_FRAMES);
      woven.add(name);
      report.wove(name);
      return writer.toByteArray();
    }
  }
}
