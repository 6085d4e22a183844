package dev.sojourn.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.host.Ending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of a recording, however the host ends. */
final class EndingIT {
  private static final String TASK = Ending.class.getName() + "$Task";
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void normalEnd_leavesEveryRun(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).run(Ending.class, "normally");

    assertThat(end.exitCode()).isZero();
    assertThat(end.jobs("runs")).containsEntry(TASK, 10L);
    assertThat(end.errors()).singleElement().asString().contains("sojourn: recording to");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void systemExit_leavesEveryRunAndItsCode(Jdk jdk) throws Exception {
    HostEnd end = Host.on(jdk, folder).run(Ending.class, "exit");

    assertThat(end.exitCode()).isEqualTo(3);
    assertThat(end.jobs("runs")).containsEntry(TASK, 10L);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(end.recording())))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void killTerm_leavesEveryRun(Jdk jdk) throws Exception {
    Host host = Host.on(jdk, folder);
    Process process = host.start(Ending.class, "wait");
    awaitReady(host, process);
    process.destroy();
    HostEnd end = host.end(process);

    assertThat(end.exitCode()).isEqualTo(143);
    assertThat(end.jobs("runs")).containsEntry(TASK, 10L);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void kill9_leavesTheRunsInTheRepositoryThatWasNamed(Jdk jdk) throws Exception {
    Host host = Host.on(jdk, folder);
    Process process = host.start(Ending.class, "wait");
    awaitReady(host, process);
    String line = Files.readAllLines(folder.resolve("err")).get(0);
    String named = line.substring(line.indexOf("kept meanwhile in ") + 18, line.length() - 1);
    Path chunk = awaitChunkWith(Path.of(named), TASK);
    process.destroyForcibly();
    HostEnd end = host.end(process);

    assertThat(end.exitCode()).isEqualTo(137);
    assertThat(chunk).exists();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(named))))
        .isEqualTo("rwx------");
  }

  private static void awaitReady(Host host, Process process)
      throws IOException, InterruptedException {
    while (process.isAlive() && !host.output().contains("ready")) {
      Thread.sleep(20);
    }
    assertThat(host.output()).contains("ready");
  }

  private static Path awaitChunkWith(Path repository, String text)
      throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 1000; attempt++) {
      for (Path chunk : files(repository)) {
        byte[] bytes = Files.readAllBytes(chunk);
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains(text)) {
          return chunk;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no chunk in " + repository + " mentions " + text);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
