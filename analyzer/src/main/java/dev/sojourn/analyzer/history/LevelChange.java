package dev.sojourn.analyzer.history;

import dev.sojourn.analyzer.verdict.Metric;

/**
 * A change of the level of a series.
 *
 * @param metric what changed
 * @param lastCommit the last one at the old level
 * @param firstCommit the first one at the new level
 * @param before the old level, in the metric's unit
 * @param after the new level
 * @param worseningLog how much worse it became, as a natural logarithm; negative where it improved
 * @param commitsSince commits at the new level up to the end of the series or the next change
 */
public record LevelChange(
    Metric metric,
    String lastCommit,
    String firstCommit,
    double before,
    double after,
    double worseningLog,
    int commitsSince) {
  /** The new level over the old one, less one; infinite where the old one is zero. */
  public double changeRatio() {
    return after / before - 1;
  }
}
