package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.statistics.LowerEnvelope;
import dev.sojourn.analyzer.statistics.MannKendall;
import dev.sojourn.analyzer.statistics.TheilSen;
import java.util.Optional;

/**
 * What piles up without an end in sight: its lower envelope rises in each quarter, as fast at the
 * end as before, and the trend is significant.
 *
 * @param first level of the first quarter
 * @param last level of the last
 * @param line the robust line through it, per second
 */
record Growth(double first, double last, TheilSen line) {
  /** Fewer points do not show whether a rise goes on. */
  static final int LEAST_POINTS = 5;

  private static final int FEWEST_POINTS = 3;

  /** A cache that fills up does so more and more slowly, since more and more is in it already. */
  private static final double STEADY_RATIO = 0.5;

  /** What is loaded, compiled and cached while a service warms up is no leak. */
  static final double WARM_UP_SHARE = 0.25;

  /** Five points that rise one after the other pass; the other conditions do the rest. */
  private static final double SIGNIFICANCE = 0.03;

  /** The growth of a course, if it rises by this much at least. */
  static Optional<Growth> of(Course course, double leastRise) {
    if (course.size() < LEAST_POINTS) {
      return Optional.empty();
    }
    LowerEnvelope envelope = course.envelope();
    MannKendall trend = course.trend();
    TheilSen line = course.line();
    boolean grows =
        envelope.rises()
            && envelope.isSteady()
            && envelope.rise() >= leastRise
            && trend.concordance() > 0
            && trend.significant(SIGNIFICANCE)
            && line.low() > 0;
    return grows
        ? Optional.of(new Growth(envelope.first(), envelope.fourth(), line))
        : Optional.empty();
  }

  /** The growth of a course that has reached a limit, and may have slowed down before it. */
  static Optional<Growth> upTo(double limit, Course course, double leastRise) {
    if (course.size() < LEAST_POINTS || course.last() < limit) {
      return Optional.empty();
    }
    LowerEnvelope envelope = course.envelope();
    TheilSen line = course.line();
    boolean grows =
        envelope.rises()
            && envelope.rise() >= leastRise
            && course.trend().significant(SIGNIFICANCE)
            && line.low() > 0;
    return grows
        ? Optional.of(new Growth(envelope.first(), envelope.fourth(), line))
        : Optional.empty();
  }

  /**
   * The growth of a course of which few points are known: each is higher than the one before, and
   * it does not slow down. That it goes on must be known otherwise.
   */
  static Optional<Growth> ofFew(Course course, double leastRise) {
    double[] values = course.values();
    if (values.length < FEWEST_POINTS) {
      return Optional.empty();
    }
    boolean rises = course.last() - course.first() >= leastRise && !slowsDown(course);
    for (int i = 1; i < values.length; i++) {
      rises &= values[i] > values[i - 1];
    }
    return rises
        ? Optional.of(new Growth(course.first(), course.last(), course.line()))
        : Optional.empty();
  }

  private static boolean slowsDown(Course course) {
    int middle = course.size() / 2;
    return slope(course, middle, course.size() - 1) < STEADY_RATIO * slope(course, 0, middle);
  }

  private static double slope(Course course, int from, int to) {
    double seconds = course.epochSeconds()[to] - course.epochSeconds()[from];
    return (course.values()[to] - course.values()[from]) / seconds;
  }

  double perSecond() {
    return line.slope();
  }

  /** Time until it reaches a limit if it goes on. */
  double secondsTo(double limit) {
    return Math.max(0, (limit - last) / line.slope());
  }
}
