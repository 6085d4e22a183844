package dev.sojourn.examples;

import dev.sojourn.examples.demo.DemoCommand;
import dev.sojourn.examples.faults.CorpusCommand;
import dev.sojourn.examples.faults.ScenarioCommand;
import dev.sojourn.examples.fulfilment.ServiceCommand;
import dev.sojourn.examples.quartz.InvoicingCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the examples' jar. */
@Command(
    name = "sojourn-examples",
    description = "Programs to profile.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DemoCommand.class,
      ServiceCommand.class,
      InvoicingCommand.class,
      CorpusCommand.class,
      ScenarioCommand.class
    })
public final class Examples implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Examples())
        .setParameterExceptionHandler(
            (wrong, unused) -> {
              wrong.getCommandLine().getErr().println(wrong.getMessage());
              return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
            });
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which program?");
  }
}
