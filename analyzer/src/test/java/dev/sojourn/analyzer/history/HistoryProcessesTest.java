package dev.sojourn.analyzer.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<String> told = new ArrayList<>();
    try (BufferedReader lines = killed.inputReader()) {
      // It has appended for certain, and goes on while it is killed.
      told.add(lines.readLine());
      assertThat(first.waitFor()).isZero();
      assertThat(second.waitFor()).isZero();
      killed.destroyForcibly().waitFor();
      lines.lines().filter(line -> line.endsWith(".")).forEach(told::add);
    }
    for (int i = 0; i < EACH; i++) {
      told.add("first-" + i + ".");
      told.add("second-" + i + ".");
    }

    History history = new HistoryStore(folder).read();

    List<String> commits = history.entries().stream().map(HistoryEntry::commit).toList();
    assertThat(commits).containsAll(told.stream().map(line -> line.replace(".", "")).toList());
    assertThat(history.faults()).hasSizeLessThanOrEqualTo(1);
  }

  private Process start(String name, int count) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HistoryAppender.class.getName(),
            folder.toString(),
            name,
            Integer.toString(count))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
