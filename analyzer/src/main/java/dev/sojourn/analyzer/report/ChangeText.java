package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.Metric;

/** A change of a metric's level, in a sentence. */
public final class ChangeText {
  private ChangeText() {}

  /** A change for the worse, with the commits before and after it. */
  public static String worse(
      Metric metric, double before, double after, String lastCommit, String firstCommit) {
    return "%s became worse: %s → %s (%s) between %s and %s"
        .formatted(
            Change.name(metric),
            Change.level(before, metric),
            Change.level(after, metric),
            Change.signed(after / before - 1),
            lastCommit,
            firstCommit);
  }
}
