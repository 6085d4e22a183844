package dev.sojourn.analyzer.command;

import dev.sojourn.analyzer.report.TextOptions;
import java.time.ZoneId;

/** What is known of the terminal, if there is one. */
final class Terminal {
  private static final int USUAL_COLUMNS = 100;
  private static final int MAX_JOBS = 20;

  private Terminal() {}

  static TextOptions options() {
    boolean colour = System.console() != null && System.getenv("NO_COLOR") == null;
    return new TextOptions(columns(), colour, ZoneId.systemDefault(), MAX_JOBS);
  }

  private static int columns() {
    try {
      return Integer.parseInt(String.valueOf(System.getenv("COLUMNS")));
    } catch (NumberFormatException e) {
      return USUAL_COLUMNS;
    }
  }
}
