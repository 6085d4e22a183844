package dev.sojourn.agent.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * What patterns would match in jars and folders of classes, and why a method would not, without
 * running any of it.
 */
public final class Plan {
  private final JobPatterns patterns;
  private final Set<String> lines = new TreeSet<>();

  private Plan(JobPatterns patterns) {
    this.patterns = patterns;
  }

  /**
   * One line for each method that matches, each that only seems to, and each pattern that matches
   * nothing: {@code job}, {@code passed over} or {@code unmatched}; the method or the pattern; the
   * reason. They are separated by tabs.
   *
   * @param options the agent's options, of which {@code jobs} counts
   * @param classPath jars and folders
   * @throws IOException if one of them cannot be read
   */
  public static List<String> lines(String options, List<Path> classPath) throws IOException {
    Options parsed = Options.parse(options);
    Plan plan = new Plan(new JobPatterns(parsed.jobs()));
    List<URL> urls = new ArrayList<>();
    for (Path entry : classPath) {
      urls.add(entry.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), null)) {
      for (Path entry : classPath) {
        plan.read(entry, loader);
      }
    }
    List<String> lines = new ArrayList<>(plan.lines);
    plan.patterns.unmatched().forEach(p -> lines.add("unmatched\t" + p.text() + "\tno class"));
    parsed.problems().forEach(problem -> lines.add("unreadable\t" + problem + "\t"));
    return lines;
  }

  private void read(Path entry, ClassLoader loader) throws IOException {
    if (Files.isDirectory(entry)) {
      readFolder(entry, loader);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(entry)) {
        readFolder(jar.getPath("/"), loader);
      }
    }
  }

  private void readFolder(Path folder, ClassLoader loader) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        if (!file.endsWith("module-info.class")) {
          try (InputStream in = Files.newInputStream(file)) {
            readClass(in.readAllBytes(), loader);
          }
        }
      }
    }
  }

  private void readClass(byte[] classFile, ClassLoader loader) {
    ClassReader reader = new ClassReader(classFile);
    ClassShape shape = ClassShape.of(reader);
    Set<ClassShape.Method> jobs = patterns.matches(loader, shape.name(), classFile);
    for (ClassShape.Method method : jobs) {
      lines.add("job\t" + shape.name() + "." + method.name() + "\t" + method.descriptor());
    }
    for (JobPattern pattern : patterns.all()) {
      if (pattern.kind() != JobPattern.Kind.ANNOTATION && isMeant(pattern, reader, loader)) {
        explain(pattern, shape, jobs);
      }
    }
  }

  private static boolean isMeant(JobPattern pattern, ClassReader reader, ClassLoader loader) {
    return pattern.kind() == JobPattern.Kind.CLASS
        ? pattern.type().matches(reader.getClassName().replace('/', '.'))
        : Supertypes.of(reader, loader).stream().anyMatch(pattern.type()::matches);
  }

  private void explain(JobPattern pattern, ClassShape shape, Set<ClassShape.Method> jobs) {
    boolean declared = false;
    for (ClassShape.Method method : shape.methods()) {
      if (pattern.method().matches(method.name())) {
        declared = true;
        if (!jobs.contains(method)) {
          lines.add("passed over\t" + shape.name() + "." + method.name() + "\t" + why(method));
        }
      }
    }
    if (!declared) {
      lines.add(
          "passed over\t"
              + shape.name()
              + "."
              + pattern.method()
              + "\tnot declared here; a class above it may declare it");
    }
  }

  private static String why(ClassShape.Method method) {
    if (method.has(Opcodes.ACC_ABSTRACT)) {
      return "abstract, so there is no code; name the classes that implement it, or write +Type";
    }
    if (method.has(Opcodes.ACC_NATIVE)) {
      return "native";
    }
    if (method.has(Opcodes.ACC_BRIDGE)) {
      return "a bridge to the method that somebody wrote";
    }
    return method.name().startsWith("<")
        ? "a constructor or initialiser"
        : "written by the compiler, a lambda's body for one; ask for lambda$*";
  }
}
