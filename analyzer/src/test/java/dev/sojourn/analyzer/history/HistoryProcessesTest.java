package dev.sojourn.analyzer.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that append to one history at once, as concurrent CI jobs do. */
class HistoryProcessesTest {
  private static final int EACH = 40;
  private static final int WITHOUT_END = 1_000_000;

  @TempDir private Path folder;

  @Test
  void linesOfAllProcesses_areThere_alsoThoseOfOneThatWasKilled() throws Exception {
    Process killed = start("killed", WITHOUT_END);
    Process first = start("first", EACH);
    Process second = start("second", EACH);
    while (told("killed").isEmpty() && killed.isAlive()) {
      Thread.sleep(10);
    }
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    killed.destroyForcibly().waitFor();

    History history = new HistoryStore(folder.resolve("history")).read();

    List<String> commits = history.entries().stream().map(HistoryEntry::commit).toList();
    assertThat(told("first")).hasSize(EACH);
    assertThat(told("killed")).isNotEmpty();
    for (String name : List.of("killed", "first", "second")) {
      assertThat(commits).containsAll(told(name));
    }
    assertThat(history.faults()).hasSizeLessThanOrEqualTo(1);
  }

  /** What a process has said to be on disk; its last line may be cut. */
  private List<String> told(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".out"))
        .lines()
        .filter(line -> line.endsWith("."))
        .map(line -> line.substring(0, line.length() - 1))
        .toList();
  }

  private Process start(String name, int count) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HistoryAppender.class.getName(),
            folder.resolve("history").toString(),
            name,
            Integer.toString(count))
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
