package dev.sojourn.analyzer.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the agent's options, as the agent's own jar tells them. */
@Command(name = "options", description = "Print the options of the agent with their defaults.")
final class OptionsCommand implements Callable<Integer> {
  private static final String ENTRY = "sojourn-options.txt";

  /** A line of the agent's table: name, default, form of a value, meaning. */
  private record AgentOption(String name, String byDefault, String form, String meaning) {
    static AgentOption of(String line) {
      String[] cells = line.split("\\|", 4);
      return new AgentOption(cells[0], cells[1], cells[2], cells[3]);
    }
  }

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("-javaagent:sojourn-agent.jar=KEY=VALUE,KEY=VALUE,...");
    for (AgentOption option : options()) {
      String byDefault =
          option.byDefault().isEmpty() ? "none by default" : "default: " + option.byDefault();
      out.printf("%n  %-10s%s%n", option.name(), option.meaning());
      out.printf("  %-10s%s; %s%n", "", option.form(), byDefault);
    }
    out.flush();
    return ExitCode.FINE;
  }

  private static List<AgentOption> options() {
    return AgentJar.carried()
        .text(ENTRY)
        .lines()
        .filter(line -> !line.startsWith("#") && line.split("\\|", 4).length == 4)
        .map(AgentOption::of)
        .toList();
  }
}
