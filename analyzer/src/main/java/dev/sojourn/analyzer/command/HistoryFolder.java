package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.history.History;
import dev.sojourn.analyzer.history.HistoryStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Reads histories for commands. */
final class HistoryFolder {
  private HistoryFolder() {}

  /** The history of a folder; lines that cannot be read are told on standard error. */
  static History read(Path folder, PrintWriter err) {
    try {
      History history = new HistoryStore(folder).read();
      history.faults().forEach(err::println);
      history.mixedUnits().forEach(line -> err.println(folder + ": " + line));
      if (history.entries().isEmpty()) {
        throw CommandFailure.input(
            folder + ": no history in it yet; 'sojourn history add' begins one");
      }
      return history;
    } catch (IOException e) {
      throw CommandFailure.input(
          folder + ": " + Reason.of(e) + "; 'sojourn history add' begins a history", e);
    }
  }
}
