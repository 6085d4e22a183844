package dev.sojourn.analyzer.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
   * The segments but for those that are visits, which are a part of the segment before. Trends
   * visit nothing.
   *
   * @param values as they were measured, outliers and all
   * @param clean the same without isolated outliers, which the segments are of
   */
  static List<Segment> without(double[] values, double[] clean, List<Segment> segments) {
    VisitedLevels levels = new VisitedLevels(values, clean);
    List<Segment> kept = new ArrayList<>(segments);
    int visit = levels.visit(kept);
    while (visit > 0) {
      Segment dropped = kept.remove(visit);
      Segment before = kept.get(visit - 1);
      kept.set(visit - 1, levels.level(before.start(), dropped.end()));
      visit = levels.visit(kept);
    }
    return kept;
  }

  /** The segment that is most likely a visit; 0 for none. */
  private int visit(List<Segment> segments) {
    double likeliest = FALSE_ALARM_RATIO / values.length;
    int visit = 0;
    for (int i = 1; i < segments.size(); i++) {
      double chance = chance(segments.get(i - 1), segments.get(i));
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
  private double chance(Segment before, Segment after) {
    if (before.isTrend() || after.isTrend()) {
      return 0;
    }
    double change = after.mean() - before.mean();
    if ((median(after) - median(before)) / change < LEAST_MEDIAN_RATIO) {
      return 1;
    }
    if (Math.abs(change) < LEAST_DEVIATIONS * scale) {
      return 0;
    }
    double middle = (before.mean() + after.mean()) / 2;
    boolean up = change > 0;
    double often = (beyond(before, middle, up) + 0.5) / (before.length() + 1.0);
    return BinomialDistribution.of(after.length(), often)
        .survivalProbability(beyond(after, middle, up) - 1);
  }

  private Segment level(int start, int end) {
    return new Segment(start, end, Arrays.stream(clean, start, end).average().orElse(0), 0);
  }

  private double median(Segment segment) {
    return Quantiles.median(Arrays.copyOfRange(values, segment.start(), segment.end()));
  }

  /** How many values lie on that side of the middle. */
  private int beyond(Segment segment, double middle, boolean up) {
    return (int)
        Arrays.stream(values, segment.start(), segment.end())
            .filter(value -> (value > middle) == up)
            .count();
  }
}
