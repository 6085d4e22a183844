package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/**
 * The segmentation of a series of values at equal distances into stretches of equal mean, see
 * {@link HistorySegments}.
 *
 * @param starts index of the first value of each segment, from 0 on
 * @param means of the segments
 */
public record ChangePoints(int[] starts, double[] means) {
  public ChangePoints {
    starts = starts.clone();
    means = means.clone();
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
    int[] starts = VisitedLevels.without(values, clean, HistorySegments.starts(clean, histories));
    return new ChangePoints(starts, means(clean, starts));
  }

  /** Number of change points. */
  public int count() {
    return starts.length - 1;
  }

  @Override
  public int[] starts() {
    return starts.clone();
  }

  @Override
  public double[] means() {
    return means.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChangePoints that
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(means, that.means);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(starts);
  }

  @Override
  public String toString() {
    return "ChangePoints[starts="
        + Arrays.toString(starts)
        + ", means="
        + Arrays.toString(means)
        + "]";
  }

  private static double[] means(double[] values, int[] starts) {
    double[] means = new double[starts.length];
    for (int i = 0; i < starts.length; i++) {
      int end = i + 1 < starts.length ? starts[i + 1] : values.length;
      means[i] = Arrays.stream(values, starts[i], end).average().orElse(0);
    }
    return means;
  }
}
