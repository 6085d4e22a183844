package dev.sojourn.examples.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The order fulfilment service in a JVM of its own.
 *
 * @param jvmOptions options of that JVM
 * @param arguments options of the service
 */
record ServiceProcess(List<String> jvmOptions, List<String> arguments) {
  private static final String HEAP = "-Xmx128m";

  /** The {@code java} that runs this JVM. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Runs the service to its end, which it also meets when this JVM is stopped; returns its exit
   * code.
   */
  int run(ProgressDisplay display) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Thread stop = new Thread(process::destroy, "stop-service");
    Runtime.getRuntime().addShutdownHook(stop);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        display.accept(line);
      }
    }
    int exit = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(stop);
    return exit;
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of(java(), HEAP));
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", ownJar().getPath(), "service", "--progress"));
    command.addAll(arguments);
    return command;
  }

  private static File ownJar() {
    try {
      return new File(
          ServiceProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a jar's own place is a URI", e);
    }
  }
}
