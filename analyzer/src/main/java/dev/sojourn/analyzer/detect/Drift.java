package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.statistics.ChangePoints;
import dev.sojourn.analyzer.statistics.MannKendall;
import dev.sojourn.analyzer.statistics.Quantiles;
import dev.sojourn.analyzer.statistics.TheilSen;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A service time that went up while it was recorded.
 *
 * <p>Only service times: waiting times go up with any queue, which is another finding. A rise must
 * be significant, large, and last to the end; that it passes all three is what keeps the alarms on
 * stationary services rare (docs/findings.md has the figures).
 *
 * @param kind a trend or a shift, whichever describes it better
 * @param fromNanos mean service time at the begin, or before
 * @param toNanos at the end, or after
 * @param sinceEpochNanos when it began to rise
 * @param proof how sure it is: of a trend the chance that there is none; of a shift, whose place
 *     was chosen by the values themselves so that a test would claim too much, how far both sides
 *     overlap
 */
record Drift(Kind kind, double fromNanos, double toNanos, long sinceEpochNanos, Evidence proof) {
  /** Rises below this share are within what the machine and its other processes do. */
  static final double LEAST_RISE_RATIO = 0.3;

  /** Twice as slow as at the begin is what users complain of. */
  static final double CRITICAL_FACTOR = 2;

  /** A rise whose lower envelope does not rise in each quarter must be larger to be believed. */
  private static final double UNEVEN_RISE_RATIO = 1;

  private static final double SIGNIFICANCE = 0.02;

  /** Of times after a shift, so many are longer than one before it; a wander has no such sides. */
  private static final double LEAST_SUPERIORITY = 0.9;

  private static final double RARE = 0.1;

  private static final double NANOS_PER_SECOND = 1e9;

  /** How much larger it became, as a factor. */
  double factor() {
    return fromNanos <= 0 ? 1 : toNanos / fromNanos;
  }

  /** The rise of a course, if there is one. */
  static Optional<Drift> of(Course course) {
    if (!course.isLong()) {
      return Optional.empty();
    }
    Optional<Drift> trend = trend(course);
    Optional<Drift> shift = shift(course);
    return trend.isPresent() && shift.isPresent()
        ? isStep(course, shift.get()) ? shift : trend
        : trend.or(() -> shift);
  }

  private static Optional<Drift> trend(Course course) {
    MannKendall test = course.trend();
    TheilSen line = course.line();
    int quarter = course.size() / 4;
    Course first = course.part(0, quarter);
    Course last = course.part(course.size() - quarter, course.size());
    double from = Quantiles.median(first.values());
    double to = Quantiles.median(last.values());
    boolean rises = test.concordance() > 0 && test.significant(SIGNIFICANCE) && line.low() > 0;
    double least = course.envelope().rises() ? LEAST_RISE_RATIO : UNEVEN_RISE_RATIO;
    boolean large = from > 0 && to >= (1 + least) * from;
    if (!rises || !large || !risesThroughout(course) || !isSeparate(first, last)) {
      return Optional.empty();
    }
    long since = (long) (course.epochSeconds()[0] * NANOS_PER_SECOND);
    return Optional.of(
        new Drift(
            Kind.LATENCY_TREND,
            from,
            to,
            since,
            new Evidence("chance of no trend", test.pValue(), "share")));
  }

  /** Whether its middle is above its begin, and its end above its middle. */
  private static boolean risesThroughout(Course course) {
    int third = course.size() / 3;
    double begin = Quantiles.median(course.part(0, third).values());
    double middle = Quantiles.median(course.part(third, course.size() - third).values());
    double end = Quantiles.median(course.part(course.size() - third, course.size()).values());
    return begin < middle && middle < end;
  }

  /** On logarithms, since service times vary by factors, not by amounts. */
  private static Optional<Drift> shift(Course course) {
    ChangePoints points = ChangePoints.ofLevels(course.logarithms().values());
    if (points.count() == 0) {
      return Optional.empty();
    }
    int lowest = lowest(points.means());
    int[] starts = points.starts();
    int begin = starts[lowest + 1];
    int lastBegin = starts[starts.length - 1];
    Course before = course.part(starts[lowest], begin);
    Course after = course.part(lastBegin, course.size());
    double least = Arrays.stream(points.means(), lowest + 1, starts.length).min().orElse(0);
    double from = Quantiles.median(before.values());
    double to = Quantiles.median(after.values());
    boolean rises = Math.min(to, Math.exp(least)) >= (1 + LEAST_RISE_RATIO) * from;
    double superiority = superiority(before, after);
    if (!rises || !isSeparate(before, after) || superiority < LEAST_SUPERIORITY) {
      return Optional.empty();
    }
    long since = (long) (course.epochSeconds()[begin] * NANOS_PER_SECOND);
    Evidence later = Evidence.share("chance that a later time is longer", superiority);
    return Optional.of(new Drift(Kind.LATENCY_SHIFT, from, to, since, later));
  }

  /** Share of pairs, one of each side, in which the later one is longer; of equal ones half. */
  private static double superiority(Course before, Course after) {
    double longer = 0;
    for (double early : before.values()) {
      for (double late : after.values()) {
        longer += (1 + Math.signum(late - early)) / 2;
      }
    }
    return longer / (before.size() * (double) after.size());
  }

  /** Whether what is common on one side is rare on the other. */
  private static boolean isSeparate(Course before, Course after) {
    return Quantiles.median(after.values()) > Quantiles.quantile(before.values(), 1 - RARE)
        && Quantiles.quantile(after.values(), RARE) > Quantiles.median(before.values());
  }

  /** The last of the lowest segments but the final one, from which it has risen for good. */
  private static int lowest(double[] means) {
    int lowest = 0;
    for (int i = 1; i < means.length - 1; i++) {
      lowest = means[i] <= means[lowest] ? i : lowest;
    }
    return lowest;
  }

  /**
   * Whether two levels describe it better than a line, be it one of amounts or of factors. What is
   * left over is compared as factors, since some late values would else outweigh all others.
   */
  private static boolean isStep(Course course, Drift shift) {
    double[] after =
        IntStream.range(0, course.size())
            .filter(i -> course.epochSeconds()[i] * NANOS_PER_SECOND >= shift.sinceEpochNanos())
            .mapToDouble(i -> course.values()[i])
            .toArray();
    double to = Quantiles.median(after);
    TheilSen amounts = course.line();
    TheilSen factors = course.logarithms().line();
    double amountError = 0;
    double factorError = 0;
    double stepError = 0;
    for (int i = 0; i < course.size(); i++) {
      double second = course.epochSeconds()[i];
      double logarithm = Math.log(course.values()[i]);
      boolean before = second * NANOS_PER_SECOND < shift.sinceEpochNanos();
      double level = before ? shift.fromNanos() : to;
      stepError += Math.abs(logarithm - Math.log(level));
      factorError += Math.abs(logarithm - factors.at(second));
      amountError += Math.abs(logarithm - Math.log(Math.max(1, amounts.at(second))));
    }
    return stepError < Math.min(amountError, factorError);
  }
}
