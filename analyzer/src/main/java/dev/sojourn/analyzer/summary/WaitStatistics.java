package dev.sojourn.analyzer.summary;

/**
 * Waits at one place.
 *
 * @param total all waits
 * @param timedOut those that ended because their time was over, where that is told
 * @param series by time
 */
public record WaitStatistics(TimeTotal total, long timedOut, Series<TimeTotal> series)
    implements Part<WaitStatistics> {
  /** Nothing. */
  public static final WaitStatistics EMPTY = new WaitStatistics(TimeTotal.EMPTY, 0, Series.empty());

  @Override
  public WaitStatistics plus(WaitStatistics other) {
    return new WaitStatistics(
        total.plus(other.total), timedOut + other.timedOut, series.plus(other.series));
  }
}
