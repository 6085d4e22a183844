package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Unpacks the agent and prints where, so that {@code -javaagent:$(sojourn agent)} works. */
@Command(name = "agent", description = "Print the path of the agent's jar, for -javaagent.")
final class AgentCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the jar there. Default: a folder of this user's cache.")
  private Path output;

  @Override
  public Integer call() {
    AgentJar agent = AgentJar.carried();
    try {
      spec.commandLine().getOut().println(written(agent));
    } catch (IOException e) {
      throw CommandFailure.usage(
          "the agent cannot be written to "
              + (output == null ? "this user's cache" : output)
              + ": "
              + Reason.of(e));
    }
    return ExitCode.FINE;
  }

  private Path written(AgentJar agent) throws IOException {
    if (output == null) {
      return AgentCache.unpack(agent);
    }
    Path file = output.toAbsolutePath().normalize();
    return agent.sameAs(file) ? file : agent.writeTo(file);
  }
}
