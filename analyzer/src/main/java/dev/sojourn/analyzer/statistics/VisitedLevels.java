package dev.sojourn.analyzer.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
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

  /** Values that lie farther off than noise does are visits, until there are too many of them. */
  private static final double FAR_DEVIATIONS = 4;

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
    if (changeWithoutFar(before, after) / change < LEAST_MEDIAN_RATIO) {
      return chanceOfFar(before, after);
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

  /** Of the means of the values that are not far from the level of the longer one. */
  private double changeWithoutFar(Segment before, Segment after) {
    double middle = median(longer(before, after));
    return meanWithoutFar(after, middle) - meanWithoutFar(before, middle);
  }

  private double meanWithoutFar(Segment segment, double middle) {
    return values(segment).filter(value -> !isFar(value, middle)).average().orElse(segment.mean());
  }

  /** That so many values of the shorter one are far if each is as often as in the longer one. */
  private double chanceOfFar(Segment before, Segment after) {
    Segment longer = longer(before, after);
    Segment shorter = longer == before ? after : before;
    double middle = median(longer);
    double often = (far(longer, middle) + 0.5) / (longer.length() + 1.0);
    return BinomialDistribution.of(shorter.length(), often)
        .survivalProbability(far(shorter, middle) - 1);
  }

  private static Segment longer(Segment one, Segment other) {
    return one.length() >= other.length() ? one : other;
  }

  private int far(Segment segment, double middle) {
    return (int) values(segment).filter(value -> isFar(value, middle)).count();
  }

  private boolean isFar(double value, double middle) {
    return Math.abs(value - middle) > FAR_DEVIATIONS * scale;
  }

  private DoubleStream values(Segment segment) {
    return Arrays.stream(values, segment.start(), segment.end());
  }

  private Segment level(int start, int end) {
    return new Segment(start, end, Arrays.stream(clean, start, end).average().orElse(0), 0);
  }

  private double median(Segment segment) {
    return Quantiles.median(Arrays.copyOfRange(values, segment.start(), segment.end()));
  }

  /** How many values lie on that side of the middle. */
  private int beyond(Segment segment, double middle, boolean up) {
    return (int) values(segment).filter(value -> (value > middle) == up).count();
  }
}
