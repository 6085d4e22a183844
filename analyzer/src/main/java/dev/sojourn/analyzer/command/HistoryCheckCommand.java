package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.history.History;
import dev.sojourn.analyzer.history.LevelChange;
import dev.sojourn.analyzer.history.MetricSeries;
import dev.sojourn.analyzer.report.ChangeText;
import dev.sojourn.analyzer.verdict.Gate;
import dev.sojourn.analyzer.verdict.Policy;
import dev.sojourn.analyzer.verdict.Tolerance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fails where the level of a metric changed for the worse of late. */
@Command(
    name = "check",
    description = "Exit with 1 where a metric's level became worse within the last commits.")
final class HistoryCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The history.")
  private Path folder;

  @Option(
      names = "--within",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Only changes to a level at which at most N commits lie, and trends that ended at most N"
              + " commits ago; what is older was told before. Default: ${DEFAULT-VALUE}.")
  private int within;

  @Option(
      names = "--gate",
      paramLabel = "FILE",
      description = "What is tolerated (docs/gate.md): the change and what is ignored.")
  private Path gateFile;

  @Override
  public Integer call() {
    if (within < 1) {
      throw CommandFailure.usage("--within " + within + ": one commit or more is wanted");
    }
    Gate gate = gateFile == null ? Gate.of(Tolerance.DEFAULT) : GateFiles.read(gateFile, spec);
    PrintWriter out = spec.commandLine().getOut();
    History history = HistoryFolder.read(folder, spec.commandLine().getErr());
    List<MetricSeries> watched =
        history.series().stream()
            .filter(series -> gate.toleranceOf(series.metric()).isPresent())
            .toList();
    boolean breached = false;
    for (MetricSeries series : watched) {
      Tolerance tolerance = gate.toleranceOf(series.metric()).orElseThrow();
      for (LevelChange change : late(series.changes(watched.size()), tolerance)) {
        breached |= tolerance.regressed() == Policy.FAIL;
        out.println(ChangeText.worse(series.metric(), HistoryShowCommand.step(change)));
      }
    }
    out.flush();
    return breached ? ExitCode.BREACHED : ExitCode.FINE;
  }

  private List<LevelChange> late(List<LevelChange> changes, Tolerance tolerance) {
    return changes.stream()
        .filter(change -> change.commitsSince() <= within)
        .filter(change -> change.worseningLog() > Math.log1p(tolerance.limitRatio()))
        .toList();
  }
}
