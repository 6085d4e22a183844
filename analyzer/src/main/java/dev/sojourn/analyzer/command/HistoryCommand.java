package dev.sojourn.analyzer.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps numbers of runs over the life of a project. */
@Command(
    name = "history",
    description =
        "Keep the numbers of runs in a folder of JSON lines, and find where they changed.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      HistoryAddCommand.class,
      HistoryCheckCommand.class,
      HistoryShowCommand.class,
    })
final class HistoryCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "add, check or show is missing");
  }
}
