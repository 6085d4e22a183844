package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.compare.Condition;
import dev.sojourn.analyzer.compare.Conditions;
import dev.sojourn.analyzer.history.History;
import dev.sojourn.analyzer.history.HistoryEntry;
import dev.sojourn.analyzer.history.HistoryStore;
import dev.sojourn.analyzer.verdict.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Appends runs to a history. */
@Command(name = "add", description = "Append runs of a commit to a history.")
final class HistoryAddCommand implements Callable<Integer> {
  private static final List<String> COMMIT_VARIABLES =
      List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT");

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The history; made if missing.")
  private Path folder;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "RUN",
      description = "Recordings, summaries, JMH's JSON results, CSV; files, folders or patterns.")
  private List<String> inputs;

  @Option(
      names = "--commit",
      paramLabel = "ID",
      description = "What was built. Default: GITHUB_SHA, CI_COMMIT_SHA or GIT_COMMIT.")
  private String commit;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "Time of the commit, such as 2026-01-31T12:00:00Z. Default: now.")
  private String time;

  @Mixin private Progression progression;

  @Override
  public Integer call() throws IOException {
    String id = commit == null ? commitOfEnvironment(System.getenv()) : commit;
    if (id.isBlank()) {
      throw CommandFailure.usage("--commit is blank: which commit are they of?");
    }
    Instant instant = time == null ? Instant.now() : instant(time);
    RunInputs runs =
        progression.during(
            spec.commandLine().getErr(), progress -> RunInputs.read("input", inputs, progress));
    List<String> faults =
        Conditions.faults(
            runs.recorded(), List.of(), EnumSet.complementOf(EnumSet.of(Condition.COMPLETE)));
    if (!faults.isEmpty()) {
      throw CommandFailure.input(faults.get(0) + "; a history keeps whole runs only");
    }
    List<HistoryEntry> entries = new ArrayList<>();
    for (Run run : runs.runs()) {
      entries.add(new HistoryEntry(id, instant, run));
    }
    try {
      HistoryStore store = new HistoryStore(folder);
      requireSameUnits(store, entries);
      store.add(entries);
    } catch (IOException e) {
      throw CommandFailure.usage(folder + ": cannot be written, " + Reason.of(e));
    }
    spec.commandLine()
        .getErr()
        .println("%d runs of %s added to %s".formatted(entries.size(), id, folder));
    return ExitCode.FINE;
  }

  /** Lines are never taken back, so what would spoil a series is not added to it. */
  private static void requireSameUnits(HistoryStore store, List<HistoryEntry> entries)
      throws IOException {
    History before = store.readIfThere();
    List<String> known = before.mixedUnits();
    for (String mixed : before.plus(entries).mixedUnits()) {
      if (!known.contains(mixed)) {
        throw CommandFailure.input(
            mixed + "; give the metric another name, or begin another history");
      }
    }
  }

  private static String commitOfEnvironment(Map<String, String> environment) {
    return COMMIT_VARIABLES.stream()
        .map(environment::get)
        .flatMap(value -> Stream.ofNullable(value))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElseThrow(() -> CommandFailure.usage("--commit is missing: which commit are they of?"));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(Objects.requireNonNull(text)).toInstant();
    } catch (DateTimeException e) {
      throw CommandFailure.usage(
          "--time "
              + text
              + ": not a time such as 2026-01-31T12:00:00Z or 2026-01-31T12:00:00+01:00");
    }
  }
}
