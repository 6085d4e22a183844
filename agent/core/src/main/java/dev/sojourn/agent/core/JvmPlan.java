package dev.sojourn.agent.core;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What options would do to the classes that this JVM has loaded, and why not to others. Nothing is
 * woven, and no probe comes in.
 */
public final class JvmPlan {
  private final Options options;
  private final PlanLines lines = new PlanLines();
  private final JobPatterns jobs;
  private final MonitorPlan monitors;
  private final ClassPlan plan;

  private JvmPlan(Options options) {
    this.options = options;
    jobs = new JobPatterns(options.jobs());
    monitors = new MonitorPlan(options.locks(), lines);
    plan = new ClassPlan(jobs, monitors, lines);
  }

  /**
   * Writes lines as those of {@link ClassPathPlan#lines}.
   *
   * @param file where to
   * @throws IOException if it cannot be written
   */
  public static void write(String given, String file, Instrumentation instrumentation)
      throws IOException {
    JvmPlan plan = new JvmPlan(Options.parse(given));
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (!loaded.isArray() && !loaded.getName().startsWith("dev.sojourn.agent.")) {
        plan.read(loaded, instrumentation);
      }
    }
    List<String> lines = plan.lines.with(plan.options, plan.jobs, plan.monitors);
    Files.write(Path.of(file), lines);
  }

  private void read(Class<?> loaded, Instrumentation instrumentation) {
    ClassLoader loader = loaded.getClassLoader();
    boolean ofJdk = loader == null || loader == ClassLoader.getPlatformClassLoader();
    String name = loaded.getName();
    if (loaded.isHidden()) {
      passOver(name, "a class made for a lambda or at run time, which no agent may change");
    } else if (ofJdk) {
      passOver(name, "a class of the JDK; its executors and locks are seen without a pattern");
    } else if (!instrumentation.isModifiableClass(loaded)) {
      passOver(name, "the JVM lets no agent change it");
    } else {
      try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          passOver(name, "its loader has no class file of it: it was made at run time");
        } else {
          plan.read(in.readAllBytes(), loader);
        }
      } catch (IllegalArgumentException | IOException unreadable) {
        passOver(name, "its class file cannot be read: " + unreadable.getMessage());
      }
    }
  }

  private void passOver(String name, String why) {
    if (meansByName(name) || monitors.names(name)) {
      lines.passedOver(name, why);
    }
  }

  /** A pattern that begins with a wildcard does not mean each class of the JDK that it matches. */
  private boolean meansByName(String name) {
    return jobs.all().stream()
        .filter(pattern -> pattern.kind() == JobPattern.Kind.CLASS)
        .map(JobPattern::type)
        .anyMatch(type -> !type.toString().startsWith("*") && type.matches(name));
  }
}
