package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar as it is shipped, run in a JVM of its own. */
final class SojournJar {
  static final Path FILE = Path.of("target/sojourn.jar").toAbsolutePath();
  static final Path AGENT =
      Path.of("../agent/javaagent/target/sojourn-agent.jar").toAbsolutePath().normalize();

  private final Process process;
  private final Path out;
  private final Path err;

  private SojournJar(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Runs a command to its end. */
  static CommandResult run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    return start(folder, arguments).result();
  }

  /** Starts a command whose files, the user's cache too, lie in the folder. */
  static SojournJar start(Path folder, String... arguments) throws IOException {
    return start(List.of(), folder, FILE, arguments);
  }

  /** As above, by way of another command and from a jar that it can read. */
  static SojournJar start(List<String> before, Path folder, Path jar, String... arguments)
      throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(temporary(folder)));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    return new SojournJar(builder.start(), out, err);
  }

  /** Its temporary folder. */
  static Path temporary(Path folder) {
    return folder.resolve("temporary");
  }

  /** What it has written to standard output so far. */
  List<String> lines() throws IOException {
    return Files.readAllLines(out);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to end, as Ctrl-C and kill do. */
  SojournJar interrupt() {
    process.destroy();
    return this;
  }

  CommandResult result() throws IOException, InterruptedException {
    return new CommandResult(
        process.waitFor(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
