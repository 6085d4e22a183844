package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.compare.GateFile;
import dev.sojourn.analyzer.compare.GateFileException;
import dev.sojourn.analyzer.verdict.Gate;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** Reads gate files for commands. */
final class GateFiles {
  private GateFiles() {}

  /** The gate; a file that is wrong ends the command, with a line for each fault. */
  static Gate read(Path file, CommandSpec spec) {
    try {
      return GateFile.read(file);
    } catch (GateFileException e) {
      Faults.stopAt(e.faults(), CommandFailure::usage, spec);
      throw e;
    }
  }
}
