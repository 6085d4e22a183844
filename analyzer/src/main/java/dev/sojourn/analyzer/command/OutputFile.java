package dev.sojourn.analyzer.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an option sends a result: a file, or {@code -} for standard output. */
final class OutputFile {
  private final String option;
  private final Path path;

  private OutputFile(String option, Path path) {
    this.option = option;
    this.path = path;
  }

  /**
   * Checked at once, so that nobody waits for an analysis that cannot be written; null for none.
   */
  static OutputFile of(String option, Path path) {
    if (path == null) {
      return null;
    }
    OutputFile output = new OutputFile(option, path);
    output.check();
    return output;
  }

  private void check() {
    Path folder = path.toAbsolutePath().getParent();
    if (isStandardOutput()) {
      return;
    }
    if (Files.isDirectory(path)) {
      throw failure("it is a folder, a file is wanted");
    }
    if (folder != null && !Files.isDirectory(folder)) {
      throw failure("no such folder: " + folder);
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw failure("permission denied");
    }
  }

  boolean isStandardOutput() {
    return path.toString().equals("-");
  }

  void write(String text, PrintWriter out) {
    if (isStandardOutput()) {
      out.print(text);
      out.flush();
      return;
    }
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw failure(Reason.of(e));
    }
  }

  private CommandFailure failure(String reason) {
    return CommandFailure.usage(option + " " + path + ": cannot be written, " + reason);
  }
}
