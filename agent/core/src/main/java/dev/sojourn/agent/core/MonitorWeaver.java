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
  private final Instrumentation instrumentation;
  private final Set<String> woven = ConcurrentHashMap.newKeySet();
  private final Pass writingOut = new Pass(SynchronizedMethods::new);
  private final Pass probing = new Pass(MonitorProbes::new);

  private MonitorWeaver(List<String> patterns, Instrumentation instrumentation) {
    this.patterns = patterns.stream().map(Glob::new).toList();
    this.instrumentation = instrumentation;
  }

  /** Weaves the classes that match, those loaded already as far as they can be. */
  static MonitorWeaver install(List<String> patterns, Instrumentation instrumentation)
      throws UnmodifiableClassException {
    MonitorWeaver weaver = new MonitorWeaver(patterns, instrumentation);
    if (!patterns.isEmpty()) {
      instrumentation.addTransformer(weaver.writingOut, false);
      instrumentation.addTransformer(weaver.probing, true);
      weaver.retransform(weaver.loaded());
    }
    return weaver;
  }

  /** Takes the probes out. */
  void remove() throws UnmodifiableClassException {
    instrumentation.removeTransformer(writingOut);
    instrumentation.removeTransformer(probing);
    retransform(loaded().stream().filter(type -> woven.contains(type.getName())).toList());
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
      ClassReader reader = new ClassReader(classFile);
      if (reader.readUnsignedShort(MAJOR_VERSION_OFFSET) < Opcodes.V1_6) {
        return null;
      }
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      reader.accept(visitors.before(writer, classFile), ClassReader.EXPAND_FRAMES);
      woven.add(name);
      return writer.toByteArray();
    }
  }
}
