package dev.sojourn.agent.core;

import static dev.sojourn.agent.core.Operand.ENTERED;
import static dev.sojourn.agent.core.Operand.THROWN;
import static dev.sojourn.agent.core.Operand.constant;

import dev.sojourn.agent.bootstrap.job.MethodProbe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Methods that are jobs by the user's patterns. Thread-safe. */
final class JobPatterns {
  private final List<JobPattern> patterns;
  private final Set<JobPattern> matched = ConcurrentHashMap.newKeySet();
  private final Supertypes supertypes = new Supertypes();

  JobPatterns(List<JobPattern> patterns) {
    this.patterns = patterns;
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  List<JobPattern> all() {
    return patterns;
  }

  Supertypes supertypes() {
    return supertypes;
  }

  /** Patterns that no method has matched so far. */
  List<JobPattern> unmatched() {
    return patterns.stream().filter(pattern -> !matched.contains(pattern)).toList();
  }

  /** What is to be woven into a class; empty for nearly all. */
  List<MethodWeave> weaves(ClassLoader loader, String name, byte[] classFile) {
    List<MethodWeave> weaves = new ArrayList<>();
    for (ClassShape.Method method : matches(loader, name, classFile)) {
      weaves.add(
          MethodWeave.named(method.name())
              .describedAs(method.descriptor())
              .entering(
                  MethodProbe.class,
                  "started",
                  constant(MethodProbe.register(jobName(name, method.name()))))
              .leaving(MethodProbe.class, "ended", ENTERED, THROWN));
    }
    return weaves;
  }

  /**
   * Whether a class that is loaded has methods that are jobs, by its class file where there is one.
   */
  boolean matchLoaded(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == ClassLoader.getPlatformClassLoader() || type.isArray() || type.isHidden()) {
      return false;
    }
    try (InputStream in = loader.getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      return in != null && !matches(loader, type.getName(), in.readAllBytes()).isEmpty();
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  /** The methods of a class that are jobs. */
  Set<ClassShape.Method> matches(ClassLoader loader, String name, byte[] classFile) {
    Set<ClassShape.Method> methods = new LinkedHashSet<>();
    for (JobPattern pattern : patterns) {
      if (mayMatch(pattern, name, classFile)) {
        match(pattern, loader, new ClassReader(classFile), methods);
      }
    }
    return methods;
  }

  private static boolean mayMatch(JobPattern pattern, String name, byte[] classFile) {
    return switch (pattern.kind()) {
      case CLASS -> pattern.type().matches(name);
      case SUBTYPE -> true;
      case ANNOTATION -> !pattern.type().isLiteral() || mentions(classFile, pattern.type());
    };
  }

  private void match(
      JobPattern pattern, ClassLoader loader, ClassReader reader, Set<ClassShape.Method> methods) {
    if (pattern.kind() == JobPattern.Kind.SUBTYPE
        && supertypes.of(reader, loader).stream().noneMatch(pattern.type()::matches)) {
      return;
    }
    ClassShape shape = ClassShape.of(reader);
    for (ClassShape.Method method : shape.methods()) {
      if (isJob(pattern, shape, method)) {
        matched.add(pattern);
        methods.add(method);
      }
    }
  }

  private static boolean isJob(JobPattern pattern, ClassShape shape, ClassShape.Method method) {
    if (method.has(Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE)
        || method.name().startsWith("<")) {
      return false;
    }
    if (pattern.kind() != JobPattern.Kind.ANNOTATION) {
      // A wildcard means methods that somebody wrote; a lambda's body must be asked for.
      boolean asked = pattern.method().toString().startsWith("lambda$");
      return pattern.method().matches(method.name())
          && (asked || !method.has(Opcodes.ACC_SYNTHETIC));
    }
    boolean ofClass =
        shape.annotations().stream().anyMatch(pattern.type()::matches)
            && method.has(Opcodes.ACC_PUBLIC)
            && !method.has(Opcodes.ACC_SYNTHETIC);
    return ofClass || method.annotations().stream().anyMatch(pattern.type()::matches);
  }

  /** The name of a job that is a method; for a lambda's body the method it was written in. */
  private static String jobName(String className, String method) {
    if (!method.startsWith("lambda$")) {
      return className + "." + method;
    }
    int end = Math.max(method.lastIndexOf('$'), "lambda$".length());
    return className + "." + method.substring("lambda$".length(), end);
  }

  /** Whether a class file's constants hold a type's descriptor. */
  private static boolean mentions(byte[] classFile, Glob type) {
    byte[] wanted =
        ("L" + type.toString().replace('.', '/') + ";").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i + wanted.length <= classFile.length; i++) {
      int matching = 0;
      while (matching < wanted.length && classFile[i + matching] == wanted[matching]) {
        matching++;
      }
      if (matching == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
