package dev.sojourn.analyzer.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Tells new levels from those that a series visits anyway: where a tenth of the runs is in a slow
 * mode, four slow ones in a row are no change. The likelihood of normal noise does not see that,
 * since next to two narrow modes everything is a change.
 */
final class VisitedLevels {
  /** Modes that are nearer overlap, and then normal noise describes them. */
  private static final double LEAST_DEVIATIONS = 3;

  /** Of the change of the mean: where a level changes, so does that of most of its values. */
  private static final double LEAST_MEDIAN_RATIO = 0.5;

  /** Part of series in which visits may be taken for a change. */
  private static final double FALSE_ALARM_RATIO = 0.02;

  private final double[] values;
  private final double[] clean;
  private final double scale;

  private VisitedLevels(double[] values, double[] clean) {
    this.values = values;
    this.clean = clean;
    this.scale = IsolatedOutliers.scale(values);
  }

  /**
   * The segments but for those that are visits, which are a part of the segment before.
   *
   * @param values as they were measured, outliers and all
   * @param clean the same without isolated outliers, which the segments are of
   * @param starts index of each segment's first value
   */
  static int[] without(double[] values, double[] clean, int[] starts) {
    VisitedLevels levels = new VisitedLevels(values, clean);
    int[] kept = starts;
    int visit = levels.visit(kept);
    while (visit > 0) {
      int dropped = visit;
      int[] before = kept;
      kept =
          IntStream.range(0, before.length).filter(i -> i != dropped).map(i -> before[i]).toArray();
      visit = levels.visit(kept);
    }
    return kept;
  }

  /** The segment that is most likely a visit; 0 for none. */
  private int visit(int[] starts) {
    double likeliest = FALSE_ALARM_RATIO / values.length;
    int visit = 0;
    for (int i = 1; i < starts.length; i++) {
      int end = i + 1 < starts.length ? starts[i + 1] : values.length;
      double chance = chance(starts[i - 1], starts[i], end);
      if (chance > likeliest) {
        likeliest = chance;
        visit = i;
      }
    }
    return visit;
  }

  /**
   * That so many values are at the new level if each is as often as before; 0 for near levels, 1
   * where a few values only make the difference.
   */
  private double chance(int from, int at, int end) {
    double before = mean(from, at);
    double after = mean(at, end);
    double ofMost = (median(at, end) - median(from, at)) / (after - before);
    if (ofMost < LEAST_MEDIAN_RATIO) {
      return 1;
    }
    if (Math.abs(after - before) < LEAST_DEVIATIONS * scale) {
      return 0;
    }
    double middle = (before + after) / 2;
    double often = (beyond(from, at, middle, after) + 0.5) / (at - from + 1.0);
    return BinomialDistribution.of(end - at, often)
        .survivalProbability(beyond(at, end, middle, after) - 1);
  }

  private double median(int from, int to) {
    return Quantiles.median(Arrays.copyOfRange(values, from, to));
  }

  private double mean(int from, int to) {
    return Arrays.stream(clean, from, to).average().orElse(0);
  }

  /** How many values lie on that side of the middle on which the level is. */
  private int beyond(int from, int to, double middle, double level) {
    return (int)
        Arrays.stream(values, from, to)
            .filter(value -> (value > middle) == (level > middle))
            .count();
  }
}
