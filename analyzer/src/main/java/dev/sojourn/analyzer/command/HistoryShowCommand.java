package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.history.History;
import dev.sojourn.analyzer.history.HistoryEntry;
import dev.sojourn.analyzer.history.LevelChange;
import dev.sojourn.analyzer.history.MetricSeries;
import dev.sojourn.analyzer.report.HistoryTextRenderer;
import dev.sojourn.analyzer.report.TextOptions;
import dev.sojourn.analyzer.verdict.NamePattern;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the courses of a history. */
@Command(name = "show", description = "Show the course of each metric and where its level changed.")
final class HistoryShowCommand implements Callable<Integer> {
  private static final int MAX_ROWS = 12;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The history.")
  private Path folder;

  @Option(
      names = "--subject",
      paramLabel = "PATTERN",
      defaultValue = "*",
      description = "Jobs, locks or benchmarks. Default: ${DEFAULT-VALUE}.")
  private String subject;

  @Option(
      names = "--metric",
      paramLabel = "PATTERN",
      defaultValue = "*",
      description = "Metrics, such as sojourn.p99. Default: ${DEFAULT-VALUE}.")
  private String metric;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Colour the text: auto (on a terminal), always, never.")
  private When color;

  @Override
  public Integer call() {
    History history = HistoryFolder.read(folder, spec.commandLine().getErr());
    NamePattern subjects = new NamePattern(subject);
    NamePattern metrics = new NamePattern(metric);
    List<MetricSeries> all = history.series();
    List<HistoryTextRenderer.Course> courses =
        all.stream()
            .filter(series -> subjects.matches(series.metric().subject()))
            .filter(series -> metrics.matches(series.metric().name()))
            .map(series -> course(series, all.size()))
            .toList();
    Terminal terminal = new Terminal(System.getenv());
    TextOptions options =
        new TextOptions(
            terminal.widthColumns(),
            color.holds(terminal.colours()),
            ZoneId.systemDefault(),
            MAX_ROWS);
    int commits = (int) history.entries().stream().map(HistoryEntry::commit).distinct().count();
    spec.commandLine()
        .getOut()
        .print(new HistoryTextRenderer(options).render(history.entries().size(), commits, courses));
    spec.commandLine().getOut().flush();
    return ExitCode.FINE;
  }

  private static HistoryTextRenderer.Course course(MetricSeries series, int histories) {
    return new HistoryTextRenderer.Course(
        series.metric(),
        series.levels(),
        series.changes(histories).stream().map(HistoryShowCommand::step).toList());
  }

  static HistoryTextRenderer.Step step(LevelChange change) {
    return new HistoryTextRenderer.Step(
        change.lastCommit(),
        change.firstCommit(),
        change.commits(),
        change.before(),
        change.after(),
        change.worseningLog() > 0);
  }
}
