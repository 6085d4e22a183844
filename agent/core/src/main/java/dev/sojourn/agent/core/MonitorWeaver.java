package dev.sojourn.agent.core;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Weaves probes around the monitors that classes enter: those of the user's choice, and those that
 * were found contended. Synchronized methods of classes of choice get their monitor written out
 * when the class is loaded, since only then may their modifiers change; that stays when the probes
 * are taken out. Class files older than Java 6 tell too little of their jumps and are left alone.
 * Thread-safe.
 */
final class MonitorWeaver implements FollowedMonitors.Weaving, Part {
  private static final int MAJOR_VERSION_OFFSET = 6;

  private final List<Glob> patterns = new ArrayList<>();
  private final FoundMonitors found = new FoundMonitors();
  private final Weaver report;
  private final Instrumentation instrumentation;
  private final Set<String> woven = ConcurrentHashMap.newKeySet();
  private final Pass writingOut = new Pass(false);
  private final Pass probing = new Pass(true);

  /**
   * Makes a weaver that does nothing yet.
   *
   * @param report counts what was woven and what failed
   */
  MonitorWeaver(List<String> patterns, Weaver report, Instrumentation instrumentation) {
    for (String pattern : patterns) {
      this.patterns.add(new Glob(pattern));
    }
    this.report = report;
    this.instrumentation = instrumentation;
  }

  /** Weaves the classes that match, those loaded already as far as they can be. */
  void install() throws UnmodifiableClassException {
    if (!patterns.isEmpty()) {
      instrumentation.addTransformer(writingOut, false);
    }
    instrumentation.addTransformer(probing, true);
    retransform(patterns.isEmpty() ? List.of() : loaded());
  }

  /** Takes the probes out. */
  @Override
  public void stop() throws UnmodifiableClassException {
    instrumentation.removeTransformer(writingOut);
    instrumentation.removeTransformer(probing);
    retransform(woven);
  }

  @Override
  public boolean isOpen(String className) {
    if (className.startsWith("java.") || isChosen(className)) {
      return false;
    }
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getName().equals(className)) {
        return isOfHost(type.getClassLoader()) && instrumentation.isModifiableClass(type);
      }
    }
    return false;
  }

  /** Follows the monitors of a class that were found contended, as far as its calls are known. */
  @Override
  public void follow(FoundMonitors.Place place) throws UnmodifiableClassException {
    retransform(found.add(place, instrumentation.getAllLoadedClasses()));
  }

  /** Ends what {@link #follow} began. */
  @Override
  public void release(String className) throws UnmodifiableClassException {
    retransform(found.remove(className));
  }

  @Override
  public Set<String> monitorNames(String className) {
    return found.monitorNames(className);
  }

  /** Whether a class is one of the user's choice. */
  private boolean isChosen(String className) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(className));
  }

  /** Patterns that no woven class has matched so far. */
  List<Glob> unmatched() {
    return patterns.stream().filter(pattern -> woven.stream().noneMatch(pattern::matches)).toList();
  }

  /** Whether a class file is of Java 6 or later. */
  static boolean tellsItsJumps(ClassReader reader) {
    return reader.readUnsignedShort(MAJOR_VERSION_OFFSET) >= Opcodes.V1_6;
  }

  private Set<String> loaded() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isOfHost(type.getClassLoader()) && isChosen(type.getName())) {
        names.add(type.getName());
      }
    }
    return names;
  }

  private void retransform(Collection<String> names) throws UnmodifiableClassException {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> type :
        names.isEmpty() ? new Class<?>[0] : instrumentation.getAllLoadedClasses()) {
      if (names.contains(type.getName())
          && isOfHost(type.getClassLoader())
          && instrumentation.isModifiableClass(type)) {
        classes.add(type);
      }
    }
    if (!classes.isEmpty()) {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    }
  }

  static boolean isOfHost(ClassLoader loader) {
    return loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && loader != MonitorWeaver.class.getClassLoader();
  }

  private final class Pass implements ClassFileTransformer {
    private final boolean probes;

    Pass(boolean probes) {
      this.probes = probes;
    }

    @Override
    public byte[] transform(
        ClassLoader loader,
        String internalName,
        Class<?> type,
        ProtectionDomain domain,
        byte[] classFile) {
      if (internalName == null || !isOfHost(loader) || (patterns.isEmpty() && found.isEmpty())) {
        return null;
      }
      String name = internalName.replace('/', '.');
      boolean enters = isChosen(name) || (probes && found.hasClass(name));
      List<SynchronizedCallee> callees = probes ? found.calledBy(name) : List.of();
      if (!enters && callees.isEmpty()) {
        return null;
      }
      try {
        return weave(name, classFile, enters, callees);
      } catch (Throwable failure) {
        report.failed(name, failure);
        return null;
      }
    }

    private byte[] weave(
        String name, byte[] classFile, boolean enters, List<SynchronizedCallee> callees) {
      ClassReader reader = new ClassReader(classFile);
      if (!tellsItsJumps(reader)) {
        return null;
      }
      // as in ClassWeaver, who weaves says how much deeper the stack becomes
      ClassWriter writer = new ClassWriter(reader, 0);
      ClassVisitor visitor = writer;
      if (enters) {
        visitor = probes ? new MonitorProbes(visitor, classFile) : new SynchronizedMethods(visitor);
      }
      if (!callees.isEmpty()) {
        visitor = new MonitorCalls(visitor, callees);
      }
      reader.accept(visitor, ClassReader.EXPAND_FRAMES);
      woven.add(name);
      report.wove(name);
      return writer.toByteArray();
    }
  }
}
