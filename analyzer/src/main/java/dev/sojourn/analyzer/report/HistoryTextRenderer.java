package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.verdict.Metric;
import java.util.List;

/** A history for a terminal: each metric's course in a line, and where its level changed. */
public final class HistoryTextRenderer {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int MAX_BARS = 40;

  /**
   * What is told of a metric.
   *
   * @param metric which
   * @param levels one for each commit
   * @param changes where the level changed
   */
  public record Course(Metric metric, double[] levels, List<Step> changes) {}

  /**
   * A change of the level.
   *
   * @param lastCommit the last one before it, or where a trend begins
   * @param firstCommit the first one after it, or where a trend ends
   * @param commits over how many it came about: 1 for a step, more for a trend
   * @param worse whether it is one for the worse
   */
  public record Step(
      String lastCommit,
      String firstCommit,
      int commits,
      double before,
      double after,
      boolean worse) {}

  private final TextOptions options;

  /** Renders with these options. */
  public HistoryTextRenderer(TextOptions options) {
    this.options = options;
  }

  /** All courses; ends with a line break. */
  public String render(int runs, int commits, List<Course> courses) {
    Page page = new Page(options.widthColumns(), options.colour());
    page.add(
        page.line()
            .add("History")
            .at(13)
            .add(
                "%d runs of %d commits, %d metrics".formatted(runs, commits, courses.size()),
                Style.STRONG));
    courses.forEach(course -> add(page, course));
    return page.toString();
  }

  private static void add(Page page, Course course) {
    double last = course.levels()[course.levels().length - 1];
    String level = Change.level(last, course.metric());
    int room = page.widthColumns() - MAX_BARS - 16;
    Line line = page.line().add("  ").add(Name.fitting(Change.name(course.metric()), room));
    page.add(
        line.at(page.widthColumns() - MAX_BARS - 12)
            .add(bars(course.levels()), Style.FAINT)
            .endingAt(page.widthColumns(), level));
    for (Step step : course.changes()) {
      page.labelled(
          4,
          step.worse() ? "worse" : "better",
          13,
          ChangeText.of(course.metric(), step),
          step.worse() ? Style.CRITICAL : Style.GOOD);
    }
  }

  private static String bars(double[] levels) {
    int from = Math.max(0, levels.length - MAX_BARS);
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = from; i < levels.length; i++) {
      least = Math.min(least, levels[i]);
      most = Math.max(most, levels[i]);
    }
    StringBuilder bars = new StringBuilder();
    for (int i = from; i < levels.length; i++) {
      double height = most > least ? (levels[i] - least) / (most - least) : 0.5;
      bars.append(BARS.charAt((int) Math.round(height * (BARS.length() - 1))));
    }
    return bars.toString();
  }
}
