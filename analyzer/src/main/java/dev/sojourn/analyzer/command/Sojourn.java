package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code sojourn} and the list of its subcommands. */
@Command(
    name = "sojourn",
    description = "Where did the time of your jobs go, who took it, and is it getting worse?",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 fine, 1 a gate or --fail-on was breached, 2 usage,",
      "3 an input is unreadable, incomplete or not comparable.",
    })
final class Sojourn implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ReportCommand.class,
          SummarizeCommand.class,
          AttachCommand.class,
          PlanCommand.class,
          WatchCommand.class,
          ListCommand.class,
          DiffCommand.class,
          HistoryCommand.class,
          InfoCommand.class,
          RecoverCommand.class,
          CompareCommand.class,
          OptionsCommand.class,
          AgentCommand.class,
          CommandLine.HelpCommand.class);

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print stack traces of failures.")
  private boolean debug;

  /** The command line, ready to execute; its exit codes are those of {@link ExitCode}. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return commandLine(COMMANDS, out, err);
  }

  /**
   * The same for these arguments. Building all commands costs a tenth of what a small report does,
   * so only the one that is named first is built.
   */
  static CommandLine commandLine(PrintWriter out, PrintWriter err, String... args) {
    for (Class<?> command : COMMANDS) {
      boolean named =
          args.length > 0 && command.getAnnotation(Command.class).name().equals(args[0]);
      if (named && command != CommandLine.HelpCommand.class) {
        return commandLine(List.of(command), out, err);
      }
    }
    return commandLine(out, err);
  }

  private static CommandLine commandLine(
      List<Class<?>> commands, PrintWriter out, PrintWriter err) {
    Sojourn sojourn = new Sojourn();
    CommandLine commandLine = new CommandLine(sojourn);
    commands.forEach(commandLine::addSubcommand);
    commandLine.setOut(out);
    commandLine.setErr(err);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpAutoWidth(false);
    commandLine.setUsageHelpWidth(100);
    commandLine.setParameterExceptionHandler((e, args) -> sojourn.misused(e));
    commandLine.setExecutionExceptionHandler((e, line, parsed) -> sojourn.failed(e, line));
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private int misused(ParameterException failure) {
    CommandLine line = failure.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    line.getErr().println(name + ": " + Misuse.words(failure) + "; see '" + name + " --help'");
    printTrace(failure, line);
    return ExitCode.USAGE;
  }

  private int failed(Exception failure, CommandLine line) {
    String name = line.getCommandSpec().qualifiedName();
    line.getErr().println(name + ": " + oneLine(failure));
    printTrace(failure, line);
    return failure instanceof CommandFailure known ? known.exitCode() : ExitCode.INPUT;
  }

  private void printTrace(Exception failure, CommandLine line) {
    if (debug) {
      failure.printStackTrace(line.getErr());
    }
    line.getErr().flush();
  }

  private static String oneLine(Exception failure) {
    boolean foreseen = failure instanceof CommandFailure || failure instanceof IOException;
    String message =
        failure instanceof FileSystemException file
            ? file.getFile() + ": " + Reason.of(file)
            : String.valueOf(failure.getMessage()).strip();
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end).strip();
    return foreseen
        ? first
        : "internal failure, "
            + failure.getClass().getSimpleName()
            + ": "
            + first
            + " (--debug shows where)";
  }
}
