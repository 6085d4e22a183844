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
 * @param longRunVariance of the noise about them
 */
public record ChangePoints(int[] starts, double[] means, double longRunVariance) {
  /** A change is told after this many values of its new level. */
  private static final int HISTORY_LENGTH = 4;

  /** Generous, so that no change is counted as noise by the first estimate. */
  private static final double FIRST_FACTOR = 1.5;

  private static final double HISTORY_FACTOR = 1.5;
  private static final double HISTORY_CONSTANT = 5.5;
  private static final int HISTORY_PASSES = 2;

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
    return new ChangePoints(starts, means(values, starts), variance);
  }

  /**
   * Segments a history of measurements: single outliers are not changes, the noise is estimated
   * about the segments themselves, and few noisy values are enough. The penalty was chosen so that
   * a series of one level alarms in about one case of a hundred ({@code HistoryBenchmark}).
   */
  public static ChangePoints ofHistory(double[] values) {
    if (values.length < 2 * HISTORY_LENGTH) {
      return whole(values);
    }
    double[] clean = IsolatedOutliers.replaced(values);
    double log = Math.log(clean.length);
    double variance = LongRunVariance.of(clean);
    int[] starts = new Partition(clean, HISTORY_LENGTH, FIRST_FACTOR * log * variance).starts();
    for (int pass = 0; pass < HISTORY_PASSES; pass++) {
      variance = LongRunVariance.about(starts, clean);
      double penalty = (HISTORY_FACTOR * log + HISTORY_CONSTANT) * variance;
      starts = new Partition(clean, HISTORY_LENGTH, penalty).starts();
    }
    return new ChangePoints(starts, means(clean, starts), variance);
  }

  private static ChangePoints whole(double[] values) {
    int[] starts = new int[1];
    return new ChangePoints(starts, means(values, starts), LongRunVariance.of(values));
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
        && Arrays.equals(means, that.means)
        && longRunVariance == that.longRunVariance;
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
    private final double[] sums;
    private final double[] squares;
    private final int[] lastStarts;

    Partition(double[] values, int minimumLength, double penalty) {
      int count = values.length;
      sums = new double[count + 1];
      squares = new double[count + 1];
      lastStarts = new int[count + 1];
      double shift = values.length == 0 ? 0 : Quantiles.median(values);
      for (int i = 0; i < count; i++) {
        double value = values[i] - shift;
        sums[i + 1] = sums[i] + value;
        squares[i + 1] = squares[i] + value * value;
      }
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
          double cost = costs[start] + deviations(start, end) + penalty;
          if (cost < costs[end]) {
            costs[end] = cost;
            lastStarts[end] = start;
          }
        }
      }
    }

    private double deviations(int start, int end) {
      double sum = sums[end] - sums[start];
      return Math.max(0, squares[end] - squares[start] - sum * sum / (end - start));
    }
  }
}
