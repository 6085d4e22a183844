package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sojourn.analyzer.RecordedJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir private Path folder;

  @Test
  void report_goesToStandardOutput() throws IOException {
    CommandResult result = CommandResult.of("report", recording().toString());

    assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(result.out()).contains("com.acme.Orders", "FINDINGS").doesNotContain("\u001b");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void json_replacesTheTextOnStandardOutput() throws IOException {
    CommandResult result = CommandResult.of("report", recording().toString(), "--json", "-");

    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.get("schema").asText()).isEqualTo("sojourn-report/1");
    assertThat(json.get("recordings").get(0).get("complete").asBoolean()).isTrue();
  }

  @Test
  void files_areWrittenBesideTheText() throws IOException {
    Path json = folder.resolve("r.json");
    Path html = folder.resolve("r.html");

    CommandResult result =
        CommandResult.of(
            "report", recording().toString(), "--json", json.toString(), "--html", html.toString());

    assertThat(result.out()).contains("com.acme.Orders");
    assertThat(json).content().contains("sojourn-report/1");
    assertThat(html).content().contains("com.<wbr>acme.<wbr>Orders");
  }

  @Test
  void folderAndPattern_standForTheirRecordings() throws IOException {
    recording();

    CommandResult byFolder = CommandResult.of("report", folder.toString(), "--json", "-");
    CommandResult byPattern = CommandResult.of("report", folder + "/*.j[fg]r", "--json", "-");

    assertThat(byPattern).isEqualTo(byFolder);
    assertThat(byPattern.out()).contains("com.acme.Refunds");
  }

  @Test
  void summary_isReportedLikeItsRecording() throws IOException {
    Path recording = recording();
    Path summary = folder.resolve("run.sojourn");
    CommandResult.of("summarize", "--full", recording.toString(), "-o", summary.toString());

    CommandResult bySummary = CommandResult.of("report", summary.toString(), "--json", "-");

    assertThat(bySummary.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(bySummary)
        .isEqualTo(CommandResult.of("report", recording.toString(), "--json", "-"));
  }

  @Test
  void baseline_isReportedAsFarAsItGoes_andSaysSo() throws IOException {
    Path recording = recording();
    String baseline = folder.resolve("run.sojourn").toString();
    CommandResult.of("summarize", recording.toString(), "-o", baseline);

    CommandResult result = CommandResult.of("report", baseline, "--json", "-");

    assertThat(result.exitCode()).isEqualTo(ExitCode.FINE);
    JsonNode json = new ObjectMapper().readTree(result.out());
    JsonNode whole =
        new ObjectMapper()
            .readTree(CommandResult.of("report", recording.toString(), "--json", "-").out());
    assertThat(json.get("jobs")).isEqualTo(whole.get("jobs"));
    assertThat(json.get("findings")).isEmpty();
    assertThat(json.get("recordings").get(0).get("caveats").toString()).contains("A baseline: ");
    assertThat(json.toString()).contains("summarize --full");
    assertThat(CommandResult.of("report", baseline).out()).contains("A baseline: ");
  }

  @Test
  void baseline_cannotBeMadeWholeAgain() throws IOException {
    String baseline = folder.resolve("run.sojourn").toString();
    String whole = folder.resolve("whole.sojourn").toString();
    CommandResult.of("summarize", recording().toString(), "-o", baseline);

    CommandResult result = CommandResult.of("summarize", "--full", baseline, "-o", whole);

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err().lines()).singleElement().asString().contains("a baseline is among");
    assertThat(Path.of(whole)).doesNotExist();
  }

  @Test
  void summaryBesideItsRecording_isLeftOut() throws IOException {
    Path recording = recording();
    String summary = folder.resolve("run.sojourn").toString();
    CommandResult.of("summarize", recording.toString(), "-o", summary);

    CommandResult both = CommandResult.of("report", recording.toString(), summary);

    assertThat(both.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(both.out()).contains(summary);
  }

  @Test
  void cutSummary_isOneLine() throws IOException {
    Path summary = Files.write(folder.resolve("cut.sojourn"), new byte[] {31, -117, 8});

    assertUnreadable(summary, "not a whole summary");
  }

  @Test
  void missingFile_isOneLine() {
    assertUnreadable(folder.resolve("none.jfr"), "no such file");
  }

  @Test
  void emptyFile_isOneLine() throws IOException {
    assertUnreadable(Files.createFile(folder.resolve("empty.jfr")), "empty");
  }

  @Test
  void otherFile_isOneLineWithItsOffset() throws IOException {
    Path other = Files.writeString(folder.resolve("notes.jfr"), "no recording, but notes on one");

    assertUnreadable(other, "at byte 0");
  }

  @Test
  void folderWithoutRecordings_isOneLine() {
    assertUnreadable(folder, "without recordings");
  }

  @Test
  void patternWithoutMatch_isOneLine() {
    assertUnreadable(folder.resolve("x*.jfr"), "no file matches");
  }

  @Test
  void cutFile_isReportedIncompleteInEveryFormat() throws IOException {
    byte[] bytes = Files.readAllBytes(recording());
    Path cut = Files.write(folder.resolve("cut.jfr"), Arrays.copyOf(bytes, bytes.length - 64));
    Path json = folder.resolve("cut.json");
    Path html = folder.resolve("cut.html");

    CommandResult result =
        CommandResult.of(
            "report", cut.toString(), "--json", json.toString(), "--html", html.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err()).contains(cut.toString(), "at byte ");
    assertThat(result.out()).contains("INCOMPLETE", "com.acme.Orders");
    assertThat(html).content().contains("INCOMPLETE", "at byte ");
    JsonNode entry = new ObjectMapper().readTree(json.toFile()).get("recordings").get(0);
    assertThat(entry.get("complete").asBoolean()).isFalse();
    assertThat(entry.get("caveats").toString()).contains("at byte ");
  }

  @Test
  void outputThatCannotBeWritten_isToldBeforeReading() {
    CommandResult result =
        CommandResult.of("report", "none.jfr", "--json", folder + "/no/such/r.json");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("--json", "r.json", "no such folder");
  }

  @Test
  void failOn_isFineWhereNothingIsThatSevere() throws IOException {
    CommandResult result =
        CommandResult.of("report", recording().toString(), "--fail-on", "critical");

    boolean critical = result.out().contains("CRITICAL");
    assertThat(result.exitCode()).isEqualTo(critical ? ExitCode.BREACHED : ExitCode.FINE);
  }

  private Path recording() throws IOException {
    return RecordedJobs.write(folder, 2);
  }

  private static void assertUnreadable(Path input, String reason) {
    CommandResult result = CommandResult.of("report", input.toString());

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains(input.toString())
        .contains(reason);
  }
}
