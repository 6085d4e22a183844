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

  double perSecond() {
    return line.slope();
  }

  /** Time until it reaches a limit if it goes on. */
  double secondsTo(double limit) {
    return Math.max(0, (limit - last) / line.slope());
  }
}
