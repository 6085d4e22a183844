package dev.sojourn.analyzer.command;

import com.sun.tools.attach.VirtualMachine;
import dev.sojourn.analyzer.command.host.Service;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running JVM for the command line to look at; it ends when it is closed. */
final class HostJvm implements AutoCloseable {
  static final String MAIN = Service.class.getName();
  static final String JOB = MAIN + "$Order";
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path output;

  private HostJvm(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts {@link Service}. */
  static HostJvm start(Path jdk, Path folder, String... jvmArguments) throws Exception {
    return start(List.of(), jdk, folder, jvmArguments);
  }

  /** As above, by way of another command. */
  static HostJvm start(List<String> before, Path jdk, Path folder, String... jvmArguments)
      throws Exception {
    List<String> command = new ArrayList<>(before);
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx128m"));
    command.add("-Djava.io.tmpdir=" + folder);
    command.addAll(List.of(jvmArguments));
    command.addAll(List.of("-cp", classes(folder).toString(), MAIN));
    Path output = Files.createTempFile(folder, "host", ".txt");
    File file = output.toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file).start();
    HostJvm host = new HostJvm(process, output);
    host.awaitLine("ready");
    return host;
  }

  /** The class files in a folder that every user may read. */
  private static Path classes(Path folder) throws IOException {
    String packagePath = Service.class.getPackageName().replace('.', '/');
    Path target = Files.createDirectories(folder.resolve("classes").resolve(packagePath));
    for (String name : List.of("Service.class", "Service$Order.class")) {
      Path file = target.resolve(name);
      if (!Files.exists(file)) {
        Files.copy(Path.of("target/test-classes").resolve(packagePath).resolve(name), file);
      }
    }
    return folder.resolve("classes");
  }

  private void awaitLine(String line) throws IOException, InterruptedException {
    while (process.isAlive() && !lines().contains(line)) {
      Thread.sleep(20);
    }
    if (!lines().contains(line)) {
      throw new AssertionError("the host said " + lines());
    }
  }

  /** What it has written so far. */
  List<String> lines() throws IOException {
    return Files.readAllLines(output);
  }

  /** Those that the agent wrote. */
  List<String> agentLines() throws IOException {
    return lines().stream().filter(line -> line.startsWith("sojourn: ")).toList();
  }

  long pid() {
    return process.pid();
  }

  String target() {
    return Long.toString(pid());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Lets it end by itself. */
  void end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the host did not end, having said " + lines());
    }
  }

  /** A system property; null for none. */
  String property(String name) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(target());
    try {
      Properties properties = machine.getSystemProperties();
      return properties.getProperty(name);
    } finally {
      machine.detach();
    }
  }

  void awaitAgent() throws Exception {
    while (isAlive() && property("sojourn.agent.build") == null) {
      Thread.sleep(50);
    }
  }

  /** Waits until the agent's recording, as far as it is on disk, mentions something. */
  void awaitRecorded(String text) throws Exception {
    awaitAgent();
    String line = agentLines().get(0);
    String before = "kept meanwhile in ";
    Path repository =
        Path.of(line.substring(line.indexOf(before) + before.length(), line.length() - 1));
    while (isAlive() && !mentions(repository, text)) {
      Thread.sleep(50);
    }
  }

  private static boolean mentions(Path folder, String text) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
