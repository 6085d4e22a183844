package dev.sojourn.analyzer.command;

/** What the process ends with; the same for every command. */
final class ExitCode {
  static final int FINE = 0;

  /** A gate or {@code --fail-on} was breached. */
  static final int BREACHED = 1;

  /** The command line cannot be followed. */
  static final int USAGE = 2;

  /** An input is unreadable, incomplete or not comparable. */
  static final int INPUT = 3;

  private ExitCode() {}
}
