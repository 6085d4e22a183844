package dev.sojourn.agent.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** What options would do to one class after another, told from class files. */
final class ClassPlan {
  private final JobPatterns jobs;
  private final MonitorPlan monitors;
  private final Set<String> frameworks = FrameworkTable.types();
  private final PlanLines lines;

  ClassPlan(JobPatterns jobs, MonitorPlan monitors, PlanLines lines) {
    this.jobs = jobs;
    this.monitors = monitors;
    this.lines = lines;
  }

  /** Looks at one class. */
  void read(byte[] classFile, ClassLoader loader) {
    ClassReader reader = new ClassReader(classFile);
    ClassShape shape = ClassShape.of(reader);
    if (frameworks.contains(shape.name())) {
      lines.framework(shape.name());
    }
    monitors.read(reader);
    Set<ClassShape.Method> matching = jobs.matches(loader, shape.name(), classFile);
    for (ClassShape.Method method : matching) {
      lines.job(shape.name() + "." + method.name(), method.descriptor());
    }
    for (JobPattern pattern : jobs.all()) {
      if (pattern.kind() == JobPattern.Kind.ANNOTATION) {
        explainAnnotated(pattern, shape, matching);
      } else if (isMeant(pattern, reader, loader)) {
        explain(pattern, shape, matching, reader, loader);
      }
    }
  }

  private boolean isMeant(JobPattern pattern, ClassReader reader, ClassLoader loader) {
    return pattern.kind() == JobPattern.Kind.CLASS
        ? pattern.type().matches(reader.getClassName().replace('/', '.'))
        : jobs.supertypes().of(reader, loader).stream().anyMatch(pattern.type()::matches);
  }

  private void explainAnnotated(
      JobPattern pattern, ClassShape shape, Set<ClassShape.Method> matching) {
    boolean ofClass = shape.annotations().stream().anyMatch(pattern.type()::matches);
    for (ClassShape.Method method : shape.methods()) {
      boolean own = method.annotations().stream().anyMatch(pattern.type()::matches);
      if (!matching.contains(method) && (own || (ofClass && !method.has(Opcodes.ACC_SYNTHETIC)))) {
        boolean hidden = !own && !method.has(Opcodes.ACC_PUBLIC);
        lines.passedOver(
            shape.name() + "." + method.name(),
            hidden ? "not public, and the annotation is the class's" : why(shape, method));
      }
    }
  }

  private void explain(
      JobPattern pattern,
      ClassShape shape,
      Set<ClassShape.Method> matching,
      ClassReader reader,
      ClassLoader loader) {
    boolean declared = false;
    for (ClassShape.Method method : shape.methods()) {
      // a wildcard does not mean what no pattern can match
      boolean meant = pattern.method().isLiteral() || !method.name().startsWith("<");
      if (meant && pattern.method().matches(method.name())) {
        declared = true;
        if (!matching.contains(method)) {
          lines.passedOver(shape.name() + "." + method.name(), why(shape, method));
        }
      }
    }
    if (!declared) {
      String above = declaringAbove(pattern, reader, loader);
      lines.passedOver(
          shape.name() + "." + pattern.method(),
          above == null
              ? "it has no such method"
              : "not declared here but in a class above it, " + above + "; name that class");
    }
  }

  /** The nearest class above that has code for such a method; null if none is found. */
  private static String declaringAbove(JobPattern pattern, ClassReader reader, ClassLoader loader) {
    String above = reader.getSuperName();
    while (above != null && !above.equals("java/lang/Object")) {
      ClassReader parent = read(above, loader);
      if (parent == null) {
        return null;
      }
      for (ClassShape.Method method : ClassShape.of(parent).methods()) {
        if (pattern.method().matches(method.name()) && !method.has(Opcodes.ACC_ABSTRACT)) {
          return above.replace('/', '.');
        }
      }
      above = parent.getSuperName();
    }
    return null;
  }

  private static ClassReader read(String internalName, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      return in == null ? null : new ClassReader(in);
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }

  private static String why(ClassShape shape, ClassShape.Method method) {
    if (method.has(Opcodes.ACC_ABSTRACT)) {
      String kind = (shape.access() & Opcodes.ACC_INTERFACE) != 0 ? "of an interface" : "abstract";
      return kind + ", so there is no code; name the classes that implement it, or write +Type";
    }
    if (method.has(Opcodes.ACC_NATIVE)) {
      return "native";
    }
    if (method.has(Opcodes.ACC_BRIDGE)) {
      return "a bridge to the method that somebody wrote";
    }
    if (method.name().startsWith("<")) {
      return "a constructor or initialiser";
    }
    return method.name().startsWith("lambda$")
        ? "a lambda's body, which must be asked for: #" + method.name() + " or #lambda$*"
        : "synthetic, written by the compiler";
  }
}
