package dev.sojourn.analyzer.statistics;

import java.util.List;

/**
 * The segmentation of a series of values at equal distances into stretches about one level or about
 * a line, see {@link HistorySegments}.
 *
 * @param segments in order; one of no values for no values
 * @param deviation standard deviation of the values about them
 */
public record ChangePoints(List<Segment> segments, double deviation) {
  /** A step beside a trend that is smaller may be but the error of where the trend begins. */
  private static final double LEAST_DEVIATIONS = 3;

  public ChangePoints {
    segments = List.copyOf(segments);
  }

  /**
   * Segments a history of measurements: single outliers are not changes, few values are enough, and
   * noise may be autocorrelated. How often it is right: {@code HistoryBenchmark}.
   */
  public static ChangePoints ofHistory(double[] values) {
    return ofHistory(values, 1);
  }

  /**
   * The same for one of several histories, all of which together are to raise no more false alarms
   * than one does.
   *
   * @param histories how many are looked at
   */
  public static ChangePoints ofHistory(double[] values, int histories) {
    double[] clean = IsolatedOutliers.replaced(values);
    return of(values, clean, HistorySegments.recent(clean, histories).levelsAndLines());
  }

  /** Segments a series that is looked at once, and may have changed anywhere, into levels. */
  public static ChangePoints ofLevels(double[] values) {
    double[] clean = IsolatedOutliers.replaced(values);
    return of(values, clean, HistorySegments.anywhere(clean).levels());
  }

  private static ChangePoints of(double[] values, double[] clean, List<Segment> segments) {
    List<Segment> kept = VisitedLevels.without(values, clean, segments);
    double squares = 0;
    for (Segment segment : kept) {
      for (int i = segment.start(); i < segment.end(); i++) {
        squares += (clean[i] - segment.at(i)) * (clean[i] - segment.at(i));
      }
    }
    return new ChangePoints(kept, Math.sqrt(squares / Math.max(1, values.length)));
  }

  /** Number of change points. */
  public int count() {
    return segments.size() - 1;
  }

  /** Index of the first value of each segment, from 0 on. */
  public int[] starts() {
    return segments.stream().mapToInt(Segment::start).toArray();
  }

  /** Means of the segments. */
  public double[] means() {
    return segments.stream().mapToDouble(Segment::mean).toArray();
  }

  /** Whether anything is a trend. */
  public boolean hasTrend() {
    return segments.stream().anyMatch(Segment::isTrend);
  }

  /**
   * Whether there is a step where this segment begins. Two levels differ by one; a trend may begin
   * and end without.
   */
  public boolean hasStepAt(int segment) {
    if (segment == 0) {
      return false;
    }
    Segment before = segments.get(segment - 1);
    Segment after = segments.get(segment);
    boolean levels = !before.isTrend() && !after.isTrend();
    return levels || Math.abs(after.first() - before.last()) > LEAST_DEVIATIONS * deviation;
  }
}
