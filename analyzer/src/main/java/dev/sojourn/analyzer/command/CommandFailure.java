package dev.sojourn.analyzer.command;

/** Ends a command with one line for the user: what is wrong, where, and what would be right. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  static CommandFailure usage(String message) {
    return new CommandFailure(ExitCode.USAGE, message, null);
  }

  static CommandFailure input(String message) {
    return new CommandFailure(ExitCode.INPUT, message, null);
  }

  static CommandFailure input(String message, Throwable cause) {
    return new CommandFailure(ExitCode.INPUT, message, cause);
  }

  int exitCode() {
    return exitCode;
  }
}
