package dev.sojourn.analyzer.report;

import java.time.ZoneId;

/**
 * How the report looks as text.
 *
 * @param widthColumns width of the terminal; taken between 80 and 120
 * @param colour whether to colour it
 * @param zone of the instants
 * @param maxJobs how many jobs and locks to list at most
 */
public record TextOptions(int widthColumns, boolean colour, ZoneId zone, int maxJobs) {
  private static final int MIN_COLUMNS = 80;
  private static final int MAX_COLUMNS = 120;

  public TextOptions {
    widthColumns = Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, widthColumns));
  }
}
