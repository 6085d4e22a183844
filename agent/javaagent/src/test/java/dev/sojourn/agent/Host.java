package dev.sojourn.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in a JVM of its own, with the agent as it is shipped. */
public final class Host {
  private static final Path AGENT = Path.of(System.getProperty("sojourn.agent.jar"));
  private final Jdk jdk;
  private final Path folder;
  private final List<String> jvmArguments = new ArrayList<>();
  private final List<String> argumentsBefore = new ArrayList<>();
  private Path recording;
  private String options = "";
  private final List<String> classPath = new ArrayList<>(List.of("target/test-classes"));
  private boolean withAgent = true;

  private Host(Jdk jdk, Path folder) {
    this.jdk = jdk;
    this.folder = folder;
    this.recording = folder.resolve("host.jfr");
  }

  public static Host on(Jdk jdk, Path folder) {
    return new Host(jdk, folder);
  }

  public Host with(String agentOptions) {
    options = agentOptions;
    return this;
  }

  public Host jvm(String... arguments) {
    jvmArguments.addAll(List.of(arguments));
    return this;
  }

  /** As {@link #jvm}, but before the agent, for another agent above all. */
  public Host jvmBefore(String... arguments) {
    argumentsBefore.addAll(List.of(arguments));
    return this;
  }

  Host withoutAgent() {
    withAgent = false;
    return this;
  }

  Host recordingTo(Path file) {
    recording = file;
    return this;
  }

  static Path agent() {
    return AGENT;
  }

  /** Starts the program. */
  public Process start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(jdk.java(), "-XX:TieredStopAtLevel=1"));
    // Bytecode that the boot loader would take unverified is verified here.
    command.addAll(List.of("-Xverify:all", "-XX:-PrintWarnings", "-Djava.io.tmpdir=" + folder));
    command.addAll(argumentsBefore);
    String separator = options.isEmpty() ? "" : ",";
    if (withAgent) {
      command.add("-javaagent:" + AGENT + "=out=" + recording + separator + options);
    }
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /** Runs the program to its end. */
  public HostEnd run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    return end(start(main, arguments));
  }

  public HostEnd end(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the host did not end: " + Files.readString(folder.resolve("err")));
    }
    return new HostEnd(
        process.exitValue(),
        Files.readAllLines(folder.resolve("out")),
        Files.readAllLines(folder.resolve("err")),
        recording);
  }

  /** Puts jars of this test's own class path on the host's, by the begin of their names. */
  public Host libraries(String... names) {
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String jar = Path.of(path).getFileName().toString();
      if (Stream.of(names).anyMatch(jar::startsWith)) {
        classPath.add(path);
      }
    }
    return this;
  }

  List<String> output() throws IOException {
    return Files.readAllLines(folder.resolve("out"));
  }
}
