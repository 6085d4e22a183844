package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.Metric;

/** A change of a metric's level over commits, in words. */
public final class ChangeText {
  private ChangeText() {}

  /** A change for the worse, in a sentence. */
  public static String worse(Metric metric, HistoryTextRenderer.Step step) {
    return "%s became worse: %s".formatted(Change.name(metric), of(metric, step));
  }

  /** Both levels, and the commits before and after a step, or from begin to end of a trend. */
  static String of(Metric metric, HistoryTextRenderer.Step step) {
    double factor = step.after() / step.before();
    String levels =
        "%s → %s (%s"
            .formatted(
                Change.level(step.before(), metric),
                Change.level(step.after(), metric),
                Change.signed(factor - 1));
    return step.commits() == 1
        ? "%s) between %s and %s".formatted(levels, step.lastCommit(), step.firstCommit())
        : "%s, %s a commit) little by little from %s to %s"
            .formatted(
                levels,
                Change.signed(Math.pow(factor, 1.0 / step.commits()) - 1),
                step.lastCommit(),
                step.firstCommit());
  }
}
