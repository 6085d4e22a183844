package dev.sojourn.analyzer.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command did: its exit code, and what it wrote where. */
record CommandResult(int exitCode, String out, String err) {
  static CommandResult of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Sojourn.commandLine(new PrintWriter(out), new PrintWriter(err, true), args).execute(args);
    return new CommandResult(exitCode, out.toString(), err.toString());
  }
}
