package dev.sojourn.examples.faults;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one service of the corpus in this JVM. */
@Command(
    name = "scenario",
    description = "Runs one service of the corpus in this JVM.",
    mixinStandardHelpOptions = true)
public final class ScenarioCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Such as bank/StatementPrinting.")
  private String name;

  @Option(names = "--calm", description = "Without its fault.")
  private boolean calm;

  @Option(names = "--seconds", defaultValue = "15", description = "How long (default: 15).")
  private int seconds;

  @Override
  public Integer call() throws Exception {
    Case wanted =
        Corpus.all().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "no service '" + name + "' in the corpus"));
    wanted.scenario().run(!calm, new Deadline(seconds));
    return 0;
  }
}
