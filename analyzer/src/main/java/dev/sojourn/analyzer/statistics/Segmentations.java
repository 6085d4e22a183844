package dev.sojourn.analyzer.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The segmentations of a series that leave the least squared deviations, for one segment, for two,
 * and so on; exact. Not thread-safe.
 *
 * <p>Segment neighbourhoods: Auger and Lawrence, "Algorithms for the optimal identification of
 * segment neighborhoods", Bulletin of Mathematical Biology 51(1), 1989.
 */
final class Segmentations {
  private final SquaredDeviations deviations;
  private final int minimumLength;
  private final List<int[]> lastStarts = new ArrayList<>();
  private double[] costs;

  /**
   * Begins with no segment at all.
   *
   * @param minimumLength least number of values in a segment
   */
  Segmentations(double[] values, int minimumLength) {
    this.deviations = new SquaredDeviations(values);
    this.minimumLength = minimumLength;
    this.costs = new double[values.length + 1];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    costs[0] = 0;
  }

  /** Whether the series is long enough for one segment more. */
  boolean hasNext() {
    return (lastStarts.size() + 1) * minimumLength <= deviations.size();
  }

  /** The best segmentation with one segment more: the index of each segment's first value. */
  int[] next() {
    int segments = lastStarts.size() + 1;
    double[] more = new double[costs.length];
    int[] last = new int[costs.length];
    Arrays.fill(more, Double.POSITIVE_INFINITY);
    for (int end = segments * minimumLength; end < costs.length; end++) {
      for (int start = (segments - 1) * minimumLength; start <= end - minimumLength; start++) {
        double cost = costs[start] + deviations.of(start, end);
        if (cost < more[end]) {
          more[end] = cost;
          last[end] = start;
        }
      }
    }
    costs = more;
    lastStarts.add(last);
    return starts();
  }

  private int[] starts() {
    int[] starts = new int[lastStarts.size()];
    int end = costs.length - 1;
    for (int i = starts.length - 1; i >= 0; i--) {
      end = lastStarts.get(i)[end];
      starts[i] = end;
    }
    return starts;
  }
}
