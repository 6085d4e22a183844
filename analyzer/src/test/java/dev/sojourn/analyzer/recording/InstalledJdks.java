package dev.sojourn.analyzer.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The JDKs that stand beside the one that runs the tests. */
public final class InstalledJdks {
  private InstalledJdks() {}

  /** One home for each feature release from 17 on. */
  public static Map<Integer, Path> byFeature() {
    Map<Integer, Path> homes = new TreeMap<>();
    Path running = Path.of(System.getProperty("java.home"));
    try (Stream<Path> siblings = Files.list(running.getParent())) {
      for (Path home : siblings.sorted().toList()) {
        int feature = feature(home);
        if (feature >= 17 && Files.isExecutable(home.resolve("bin/java"))) {
          homes.putIfAbsent(feature, home);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    homes.put(Runtime.version().feature(), running);
    return homes;
  }

  private static int feature(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return 0;
    }
    return Files.readAllLines(release).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll("[^0-9.].*?|\\..*", "").replaceAll("[^0-9]", ""))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(0);
  }

  /** Runs a program of the test classes to its end. */
  public static int run(int feature, Class<?> program, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(feature, program, options, arguments).inheritIO().start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(program.getName() + " did not end");
    }
    return process.exitValue();
  }

  public static ProcessBuilder start(
      int feature, Class<?> program, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(byFeature().get(feature).resolve("bin/java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
