package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.RecordedJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about CI: each command in them runs as it stands, on recordings in its folders. */
class CiPagesTest {
  private static final Path PAGES = Path.of("../docs/ci");
  private static final Pattern COMMAND =
      Pattern.compile(
          "java -jar sojourn\\.jar ((?:diff|history) [^\\n\"`]*(?:\"[^\"\\n]*\"[^\\n\"`]*)*)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"github.md", "gitlab.md", "jenkins.md", "maven.md"})
  void everyCommand_runs(String page) throws IOException {
    prepare();
    List<List<String>> commands = commands(Files.readString(PAGES.resolve(page)));

    assertThat(commands).isNotEmpty();
    for (List<String> command : commands) {
      CommandResult result = CommandResult.of(command.toArray(String[]::new));
      assertThat(result.exitCode()).as("%s: %s", command, result.err()).isEqualTo(ExitCode.FINE);
    }
  }

  @Test
  void diffOfThePages_writesWhatTheyUpload() throws IOException {
    prepare();
    for (List<String> command : commands(Files.readString(PAGES.resolve("github.md")))) {
      CommandResult.of(command.toArray(String[]::new));
    }
    assertThat(folder.resolve("perf/diff.md")).isNotEmptyFile();
    assertThat(folder.resolve("perf/diff.xml")).isNotEmptyFile();
    assertThat(folder.resolve("perf/diff.sarif")).isNotEmptyFile();
  }

  private void prepare() throws IOException {
    Path perf = Files.createDirectories(folder.resolve("perf"));
    Path recording = RecordedJobs.writeAnonymous(folder);
    for (String name : List.of("base-1", "base-2", "head-1", "head-2", "head")) {
      Files.copy(recording, perf.resolve(name + ".jfr"));
    }
    for (String name : List.of("base", "head")) {
      Files.writeString(perf.resolve(name + ".csv"), "run,metric,value\n1,time,5\n2,time,5.1\n");
    }
    Files.writeString(folder.resolve("gate.json"), "{\"schema\": \"sojourn-gate/1\"}");
  }

  private List<List<String>> commands(String page) {
    List<List<String>> commands = new ArrayList<>();
    Matcher command = COMMAND.matcher(page.replaceAll("\\\\\n\\s*", " "));
    while (command.find()) {
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(command.group(1));
      while (word.find()) {
        String text = word.group().replaceAll("^['\"]|['\"]$", "");
        words.add(inFolder(text));
      }
      if (words.contains("add") && !words.contains("--commit")) {
        // it is in the environment of the CI systems
        words.addAll(List.of("--commit", "c1"));
      }
      commands.add(words);
    }
    return commands;
  }

  /** What the shell and the CI system would put in. */
  private String inFolder(String word) {
    if (word.startsWith("$")) {
      return word.contains("COMMIT") && !word.contains("TIME") ? "c1" : "2026-01-31T12:00:00Z";
    }
    boolean path =
        word.startsWith("perf") || word.startsWith("/var/lib") || word.equals("gate.json");
    return path ? folder.resolve(word.replaceFirst("^/var/lib/", "")).toString() : word;
  }
}
