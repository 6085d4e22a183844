package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  public Integer call() throws IOException {
    AgentJar agent = AgentJar.carried();
    Path file = (output == null ? cached() : output).toAbsolutePath().normalize();
    if (!agent.sameAs(file)) {
      write(agent, file);
    }
    spec.commandLine().getOut().println(file);
    return ExitCode.FINE;
  }

  private static void write(AgentJar agent, Path file) {
    try {
      agent.writeTo(file);
    } catch (IOException e) {
      throw CommandFailure.usage("the agent cannot be written to " + file + ": " + Reason.of(e));
    }
  }

  private static Path cached() throws IOException {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    Path folder = base.resolve("sojourn").resolve(Version.number());
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return folder.resolve("sojourn-agent.jar");
  }
}
