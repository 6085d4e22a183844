package dev.sojourn.agent.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * What options would match in jars and folders of classes, and why a thing would not, without
 * running any of it.
 */
public final class ClassPathPlan {
  private final ClassPlan plan;

  private ClassPathPlan(ClassPlan plan) {
    this.plan = plan;
  }

  /**
   * One line for each method or monitor that matches, each that only seems to, and each pattern
   * that matches nothing: {@code job}, {@code monitor}, {@code framework}, {@code passed over},
   * {@code unmatched} or {@code unreadable}; what; the reason or a remark. They are separated by
   * tabs.
   *
   * @param options the agent's options, of which {@code jobs} and {@code locks} count
   * @param classPath jars and folders
   * @throws IOException if one of them cannot be read
   */
  public static List<String> lines(String options, List<Path> classPath) throws IOException {
    Options parsed = Options.parse(options);
    PlanLines lines = new PlanLines();
    JobPatterns jobs = new JobPatterns(parsed.jobs());
    MonitorPlan monitors = new MonitorPlan(parsed.locks(), lines);
    ClassPathPlan plan = new ClassPathPlan(new ClassPlan(jobs, monitors, lines));
    List<URL> urls = new ArrayList<>();
    for (Path entry : classPath) {
      urls.add(entry.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), null)) {
      for (Path entry : classPath) {
        plan.read(entry, loader);
      }
    }
    return lines.with(parsed, jobs, monitors);
  }

  private void read(Path entry, ClassLoader loader) throws IOException {
    if (!Files.exists(entry)) {
      throw new NoSuchFileException(entry.toString());
    }
    if (Files.isDirectory(entry)) {
      readFolder(entry, loader);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(entry)) {
      readFolder(jar.getPath("/"), loader);
    } catch (ZipException | ProviderNotFoundException | FileSystemNotFoundException noJar) {
      throw new IOException(entry + " is neither a jar nor a folder", noJar);
    }
  }

  private void readFolder(Path folder, ClassLoader loader) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(ClassPathPlan::isClass).sorted().toList()) {
        readClass(file, loader);
      }
    }
  }

  private static boolean isClass(Path file) {
    String name = file.toString();
    return name.endsWith(".class")
        && !name.endsWith("module-info.class")
        && !name.contains("META-INF/versions/");
  }

  private void readClass(Path file, ClassLoader loader) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      plan.read(in.readAllBytes(), loader);
    } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
      throw new IOException(file + " is no class file that can be read", damaged);
    }
  }
}
