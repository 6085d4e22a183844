package dev.sojourn.analyzer.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the agent's options, as the agent's own jar tells them. */
@Command(name = "options", description = "Print the options of the agent with their defaults.")
final class OptionsCommand implements Callable<Integer> {
  private static final String ENTRY = "sojourn-options.txt";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(AgentJar.carried().text(ENTRY).stripTrailing());
    return ExitCode.FINE;
  }
}
