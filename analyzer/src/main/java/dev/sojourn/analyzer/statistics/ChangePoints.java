package dev.sojourn.analyzer.statistics;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The segmentation of a series into stretches of equal mean that minimises squared deviations plus
 * a penalty for each change point, found exactly.
 *
 * <p>Optimal partitioning: Jackson et al., IEEE Signal Processing Letters 12 (2005). The penalty is
 * {@code factor · ln n} times the long-run variance, see {@link LongRunVariance}, so that a slow
 * autocorrelated wander is not taken for changes; a factor of 2 is Yao's criterion (Statistics and
 * Probability Letters 6, 1988).
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
   * Segments values taken at equal distances.
   *
   * @param minimumLength least number of values in a segment
   * @param penaltyFactor the higher, the fewer change points; 2 or more
   */
  public static ChangePoints of(double[] values, int minimumLength, double penaltyFactor) {
    double variance = LongRunVariance.of(values);
    double penalty = penaltyFactor * Math.log(Math.max(2, values.length)) * variance;
    int[] starts = new Partition(values, minimumLength, penalty).starts();
    return new ChangePoints(starts, means(values, starts));
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

  private static final class Partition {
    private final SquaredDeviations deviations;
    private final int[] lastStarts;

    Partition(double[] values, int minimumLength, double penalty) {
      deviations = new SquaredDeviations(values);
      lastStarts = new int[values.length + 1];
      solve(minimumLength, penalty);
    }

    int[] starts() {
      Deque<Integer> starts = new ArrayDeque<>();
      for (int end = lastStarts.length - 1; end > 0; end = lastStarts[end]) {
        starts.addFirst(lastStarts[end]);
      }
      return starts.isEmpty() ? new int[1] : starts.stream().mapToInt(i -> i).toArray();
    }

    private void solve(int minimumLength, double penalty) {
      double[] costs = new double[lastStarts.length];
      Arrays.fill(costs, Double.POSITIVE_INFINITY);
      costs[0] = -penalty;
      for (int end = 1; end < costs.length; end++) {
        for (int start = 0; start <= end - minimumLength; start++) {
          double cost = costs[start] + deviations.of(start, end) + penalty;
          if (cost < costs[end]) {
            costs[end] = cost;
            lastStarts[end] = start;
          }
        }
      }
    }
  }
}
