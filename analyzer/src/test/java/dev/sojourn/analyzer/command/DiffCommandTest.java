package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir private Path folder;

  @Test
  void slowdown_isTold_andFailsIfAsked() throws IOException {
    String a = runs("a.csv", 5, 100);
    String b = runs("b.csv", 5, 130);

    CommandResult told = CommandResult.of("diff", a, "--against", b);
    CommandResult failed = CommandResult.of("diff", a, "--against", b, "--fail-on", "regressed");

    assertThat(told.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(told.out()).contains("REGRESSED", "import time", "+30 %").doesNotContain("breached");
    assertThat(failed.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(failed.out()).contains("breached");
  }

  @Test
  void gate_decidesTheExitCode() throws IOException {
    String a = runs("a.csv", 5, 100);
    String b = runs("b.csv", 5, 130);
    String strict = write("strict.json", "{\"schema\": \"sojourn-gate/1\"}");
    String tolerant =
        write(
            "tolerant.json",
            "{\"schema\": \"sojourn-gate/1\", \"defaults\": {\"tolerated\": 0.5}}");

    assertThat(CommandResult.of("diff", a, "--against", b, "--gate", strict).exitCode())
        .isEqualTo(ExitCode.BREACHED);
    assertThat(CommandResult.of("diff", a, "--against", b, "--gate", tolerant).exitCode())
        .isEqualTo(ExitCode.FINE);
  }

  @Test
  void wrongGate_isToldALineForEachFault() throws IOException {
    String a = runs("a.csv", 5, 100);
    String gate = write("gate.json", "{\"schema\": \"sojourn-gate/1\", \"rool\": 1, \"x\": 2}");

    CommandResult result = CommandResult.of("diff", a, "--against", a, "--gate", gate);

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines()).hasSize(2).allMatch(line -> line.contains("unknown key"));
    assertThat(result.out()).isEmpty();
  }

  @Test
  void missingBaseline_isTold() throws IOException {
    String b = runs("b.csv", 5, 130);

    CommandResult result =
        CommandResult.of("diff", folder.resolve("none.csv").toString(), "--against", b);

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err().lines()).singleElement().asString().contains("none.csv: no such file");
  }

  @Test
  void recordingThatIsNotThere_isOneLineWithoutAPlaceInIt() throws IOException {
    String b = runs("b.csv", 5, 130);
    String missing = folder.resolve("none.jfr").toString();

    CommandResult result = CommandResult.of("diff", missing, "--against", b);

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .endsWith("none.jfr: no such file or folder");
  }

  @Test
  void mixedUnits_areToldBeforeAnyNumber() throws IOException {
    String a = write("a.csv", "run,metric,value,unit\n1,time,5,ms\n");
    String b = write("b.csv", "run,metric,value,unit\n1,time,5,s\n");

    CommandResult result = CommandResult.of("diff", a, "--against", b);

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err().lines()).singleElement().asString().contains("mixed units");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void nothingInCommon_isNotComparable_whateverTheGate() throws IOException {
    String a = write("a.csv", "run,metric,value\n1,time,5\n2,time,5\n3,time,5\n");
    String b = write("b.csv", "run,metric,value\n1,duration,9\n2,duration,9\n3,duration,9\n");

    CommandResult result = CommandResult.of("diff", a, "--against", b, "--fail-on", "regressed");

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err().lines()).singleElement().asString().contains("no metric is on both");
  }

  @Test
  void fileThatIsNamedTwice_isOneRun() throws IOException {
    String a = runs("a.csv", 1, 100);
    String b = runs("b.csv", 3, 100);

    CommandResult result = CommandResult.of("diff", a, a, folder + "/a*.csv", "--against", b);

    assertThat(result.out()).contains("1 baseline run against 3 candidate runs");
  }

  @Test
  void csvOfASpreadsheet_mayBeginWithAByteOrderMark() throws IOException {
    String a = write("a.csv", "\uFEFFrun,metric,value\r\n1,time,5\r\n2,time,5\r\n");

    assertThat(CommandResult.of("diff", a, "--against", a).exitCode()).isEqualTo(ExitCode.FINE);
  }

  @Test
  void twoOutputsInOneFile_areRefused() throws IOException {
    String a = runs("a.csv", 2, 100);
    String file = folder.resolve("d").toString();

    CommandResult result =
        CommandResult.of("diff", a, "--against", a, "--json", file, "--junit", file);

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("another output goes there already");
  }

  @Test
  void missingMetric_isAResultForCodeScanning() throws IOException {
    String a = write("a.csv", "run,metric,value\n1,time,5\n1,rows,5\n2,time,5\n2,rows,5\n");
    String b = write("b.csv", "run,metric,value\n1,time,5\n2,time,5\n");
    String gate = write("gate.json", "{\"schema\": \"sojourn-gate/1\", \"missing\": \"fail\"}");

    CommandResult result =
        CommandResult.of("diff", a, "--against", b, "--gate", gate, "--sarif", "-");

    assertThat(result.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(result.out()).contains("\"ruleId\" : \"missing\"", "rows is not in the candidate");
  }

  @Test
  void otherUnit_isNotAddedToAHistory() throws IOException {
    String history = folder.resolve("history").toString();
    String millis = write("a.csv", "run,metric,value,unit\n1,time,5,ms\n");
    String seconds = write("b.csv", "run,metric,value,unit\n1,time,5,s\n");

    CommandResult.of("history", "add", history, millis, "--commit", "a");
    CommandResult result = CommandResult.of("history", "add", history, seconds, "--commit", "b");

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err().lines()).singleElement().asString().contains("mixed units: time is in");
    assertThat(CommandResult.of("history", "show", history).out()).contains("1 runs of 1 commits");
  }

  @Test
  void blankCommit_isRefused() throws IOException {
    Path history = folder.resolve("history");

    CommandResult result =
        CommandResult.of("history", "add", history.toString(), runs("a.csv", 2, 5), "--commit", "");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines()).singleElement().asString().contains("--commit is blank");
    assertThat(history).doesNotExist();
  }

  @Test
  void withinNoCommit_isRefused() {
    CommandResult result = CommandResult.of("history", "check", folder.toString(), "--within", "0");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void everyFormat_isWritten() throws IOException {
    String a = runs("a.csv", 5, 100);
    String b = runs("b.csv", 5, 130);
    Path json = folder.resolve("d.json");
    Path junit = folder.resolve("d.xml");
    Path markdown = folder.resolve("d.md");
    Path sarif = folder.resolve("d.sarif");

    CommandResult.of(
        "diff",
        a,
        "--against",
        b,
        "--json",
        json.toString(),
        "--junit",
        junit.toString(),
        "--markdown",
        markdown.toString(),
        "--sarif",
        sarif.toString());

    assertThat(schema().validate(Files.readString(json), InputFormat.JSON)).isEmpty();
    assertThat(junit).content().contains("<testcase classname=\"import\" name=\"time\">");
    assertThat(markdown).content().contains("| `import` | `time` |", "+30 %");
    assertThat(sarif).content().contains("\"ruleId\" : \"regressed\"");
  }

  @Test
  void oneRunAgainstOne_isAnsweredByAHistory() throws IOException {
    String history = folder.resolve("history").toString();
    String a = runs("a.csv", 1, 100);
    String b = runs("b.csv", 1, 130);
    for (int commit = 0; commit < 12; commit++) {
      String run = runs("run.csv", 1, 100 + commit % 3);
      CommandResult added =
          CommandResult.of(
              "history",
              "add",
              history,
              run,
              "--commit",
              "c" + commit,
              "--time",
              "2026-01-01T%02d:00:00Z".formatted(commit));
      assertThat(added.exitCode()).isEqualTo(ExitCode.FINE);
    }

    assertThat(CommandResult.of("diff", a, "--against", b).out()).contains("1 inconclusive");
    assertThat(CommandResult.of("diff", a, "--against", b, "--history", history).out())
        .contains("1 regressed");
    assertThat(CommandResult.of("history", "show", history).out()).contains("12 commits", "import");
  }

  @Test
  void lateStepOfAHistory_failsTheCheck_andNamesTheCommits() throws IOException {
    String history = folder.resolve("history").toString();
    for (int commit = 0; commit < 30; commit++) {
      String run = runs("run.csv", 1, (commit < 24 ? 100 : 150) + commit % 3);
      CommandResult.of(
          "history",
          "add",
          history,
          run,
          "--commit",
          "c" + commit,
          "--time",
          "2026-01-%02dT00:00:00Z".formatted(commit + 1));
    }

    CommandResult check = CommandResult.of("history", "check", history);
    CommandResult later = CommandResult.of("history", "check", history, "--within", "3");

    assertThat(check.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(check.out()).contains("import time became worse", "between c23 and c24");
    assertThat(later.exitCode()).isEqualTo(ExitCode.FINE);
  }

  @Test
  void creepOfAHistory_failsTheCheckWhileItLasts() throws IOException {
    String creeping = history("creeping", 50, i -> 100 + i % 3 + 0.4 * Math.max(0, i - 9));
    String over = history("over", 50, i -> 100 + i % 3 + 0.8 * Math.min(25, Math.max(0, i - 9)));

    CommandResult check = CommandResult.of("history", "check", creeping);
    CommandResult show = CommandResult.of("history", "show", creeping);

    assertThat(check.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(check.out())
        .contains("import time became worse", "% a commit) little by little from c", "to c49");
    assertThat(show.out()).contains("worse", "little by little");
    CommandResult after = CommandResult.of("history", "check", over);
    assertThat(after.exitCode()).as(after.out()).isEqualTo(ExitCode.FINE);
  }

  private String history(String name, int commits, IntToDoubleFunction level) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < commits; i++) {
      lines.append(
          """
          {"schema":"sojourn-history/1","commit":"c%d","time":"2026-01-01T00:%02d:00Z","run":"r%d",\
          "values":[{"subject":"import","metric":"time","unit":"ms","better":"lower","value":%s}]}
          """
              .formatted(i, i, i, level.applyAsDouble(i)));
    }
    Path created = Files.createDirectory(folder.resolve(name));
    Files.writeString(created.resolve("2026-01.jsonl"), lines.toString());
    return created.toString();
  }

  @Test
  void emptyHistory_isTold() throws IOException {
    CommandResult result =
        CommandResult.of("history", "check", Files.createDirectory(folder.resolve("h")).toString());

    assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(result.err().lines()).singleElement().asString().contains("no history in it yet");
  }

  private String runs(String name, int count, double level) throws IOException {
    StringBuilder csv = new StringBuilder("run,subject,metric,value,unit\n");
    for (int run = 1; run <= count; run++) {
      csv.append(String.format(Locale.ROOT, "%d,import,time,%.1f,ms%n", run, level + run * 0.2));
    }
    return write(name, csv.toString());
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Schema schema() throws IOException {
    String text = Files.readString(Path.of("../docs/diff.schema.json"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }
}
