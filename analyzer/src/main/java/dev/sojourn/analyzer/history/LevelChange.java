package dev.sojourn.analyzer.history;

import dev.sojourn.analyzer.verdict.Metric;

/**
 * A change of the level of a series, from one commit to the next or little by little.
 *
 * @param metric what changed
 * @param lastCommit the last one at the old level, or the first one of a trend
 * @param firstCommit the first one at the new level, or the last one of a trend
 * @param before the old level, in the metric's unit
 * @param after the new level
 * @param worseningLog how much worse it became, as a natural logarithm; negative where it improved
 * @param commits over how many it came about: 1 for a step
 * @param commitsSince commits from the new level on to the end of the series; after a trend, 0
 *     while it lasts
 */
public record LevelChange(
    Metric metric,
    String lastCommit,
    String firstCommit,
    double before,
    double after,
    double worseningLog,
    int commits,
    int commitsSince) {
  /** The new level over the old one, less one; infinite where the old one is zero. */
  public double changeRatio() {
    return after / before - 1;
  }

  /** Whether it came little by little, so that no commit by itself made it. */
  public boolean isTrend() {
    return commits > 1;
  }
}
