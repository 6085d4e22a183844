package dev.sojourn.analyzer.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** Ends a command for several reasons at once, each in its own line. */
final class Faults {
  private Faults() {}

  /** Goes on if there is no fault; else prints all but the last, which ends the command. */
  static void stopAt(
      List<String> faults, Function<String, CommandFailure> failure, CommandSpec spec) {
    PrintWriter err = spec.commandLine().getErr();
    for (int i = 0; i < faults.size() - 1; i++) {
      err.println(spec.qualifiedName() + ": " + faults.get(i));
    }
    if (!faults.isEmpty()) {
      throw failure.apply(faults.get(faults.size() - 1));
    }
  }
}
