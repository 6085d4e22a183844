package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.compare.RunFiles;
import dev.sojourn.analyzer.compare.UnreadableException;
import dev.sojourn.analyzer.verdict.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads runs from whatever holds them. */
final class RunInputs {
  /**
   * The runs of one side of a comparison.
   *
   * @param side its name, for messages
   * @param arguments files, folders and globs
   */
  List<Run> read(String side, List<String> arguments) {
    List<Run> runs = new ArrayList<>();
    for (Path file : InputFiles.expand(arguments, RunFiles::accepts)) {
      runs.addAll(read(file));
    }
    if (runs.isEmpty()) {
      throw CommandFailure.input(
          "the " + side + " holds no recording, .json or .csv: " + String.join(", ", arguments));
    }
    return runs;
  }

  private static List<Run> read(Path file) {
    try {
      return RunFiles.read(file);
    } catch (UnreadableException e) {
      throw CommandFailure.input(e.getMessage(), e);
    }
  }
}
