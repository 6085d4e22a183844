package dev.sojourn.analyzer.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses recordings and reports what was found. */
@Command(
    name = "report",
    description = "Say where the time of jobs went, who took it, and whether it gets worse.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Recordings: files, folders, quoted patterns, or - for standard input.")
  private List<String> inputs;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "12",
      description = "List at most N jobs and N locks as text. Default: ${DEFAULT-VALUE}.")
  private int maxJobs;

  @Mixin private ReportOutput output;

  @Override
  public Integer call() {
    if (maxJobs < 0) {
      throw CommandFailure.usage("--jobs " + maxJobs + ": 0 or more is wanted");
    }
    output.check();
    return output.report(Inputs.of(inputs), maxJobs);
  }
}
