package dev.sojourn.agent.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.lock.host.LockHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Runs a scenario in a JVM of its own. */
record LockJvm(Path home, String version) {
  private static final long PATIENCE_SECONDS = 60;
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  /** The running JDK and those installed beside it, one a version. */
  static List<LockJvm> all() throws IOException {
    Path running = Path.of(System.getProperty("java.home")).toRealPath();
    List<LockJvm> found = new ArrayList<>();
    try (Stream<Path> siblings = Files.list(running.getParent())) {
      for (Path home : siblings.sorted().toList()) {
        Path release = home.resolve("release");
        if (Files.exists(release) && Files.exists(home.resolve("bin/javac"))) {
          add(found, new LockJvm(home.toRealPath(), version(release)));
        }
      }
    }
    return found;
  }

  private static void add(List<LockJvm> found, LockJvm jvm) {
    if (found.stream().noneMatch(other -> other.version.equals(jvm.version))) {
      found.add(jvm);
    }
  }

  private static String version(Path release) throws IOException {
    return Files.readAllLines(release).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.substring("JAVA_VERSION=".length()).replace("\"", ""))
        .findFirst()
        .orElse("");
  }

  boolean hasVirtualThreads() {
    return Runtime.Version.parse(version).feature() >= FIRST_WITH_VIRTUAL_THREADS;
  }

  /** Runs the scenario under the agent; no failure may have been suppressed. */
  Result run(Class<?> scenario) throws IOException, InterruptedException {
    return run(scenario, "");
  }

  /** As above, with more options for the agent. */
  Result run(Class<?> scenario, String options) throws IOException, InterruptedException {
    Path recording = Files.createTempFile("sojourn-locks", ".jfr");
    String agent = "-javaagent:" + Path.of("target/sojourn-agent.jar").toAbsolutePath();
    List<String> output = output(scenario, List.of(agent + "=out=" + recording + options));
    assertThat(output).last().isEqualTo("suppressed 0");
    Result result = new Result(output, RecordingFile.readAllEvents(recording));
    Files.delete(recording);
    return result;
  }

  /** What the scenario prints when it runs by itself. */
  List<String> outputWithoutAgent(Class<?> scenario) throws IOException, InterruptedException {
    return output(scenario, List.of());
  }

  private List<String> output(Class<?> scenario, List<String> options)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("sojourn-locks", ".txt");
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(options);
    command.addAll(List.of("-Xmx256m", "-cp", "target/test-classes", LockHost.class.getName()));
    command.add(scenario.getName());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    List<String> lines = Files.readAllLines(output);
    assertThat(ended).as("ended in time, having said %s", lines).isTrue();
    assertThat(process.exitValue()).as("exit code of %s, which said %s", this, lines).isZero();
    Files.delete(output);
    return lines.stream().filter(line -> !line.startsWith("sojourn: ")).toList();
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }

  /** What a scenario printed, and what was recorded. */
  record Result(List<String> output, List<RecordedEvent> all) {
    /** The events of a type, such as {@code LockHold}, of host classes' locks. */
    List<RecordedEvent> events(String type) {
      return all.stream()
          .filter(event -> event.getEventType().getName().equals("sojourn." + type))
          .toList();
    }
  }
}
