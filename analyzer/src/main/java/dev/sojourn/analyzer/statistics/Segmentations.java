package dev.sojourn.analyzer.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The segmentations of a series that leave the least squared deviations, for one number that
 * describes the segments, for two, and so on; exact. A level is one number, a line is two. Not
 * thread-safe.
 *
 * <p>Segment neighbourhoods: Auger and Lawrence, "Algorithms for the optimal identification of
 * segment neighborhoods", Bulletin of Mathematical Biology 51(1), 1989.
 */
final class Segmentations {
  private static final int NO_LINES = Integer.MAX_VALUE;

  private final SquaredDeviations deviations;
  private final int shortestLevel;
  private final int shortestLine;
  private final List<Step> steps = new ArrayList<>();

  /**
   * For each end, the least squared deviations up to there, and where the last segment begins; the
   * complement of that where it is a line.
   */
  private record Step(double[] costs, int[] lastStarts) {
    static Step of(int size) {
      double[] costs = new double[size + 1];
      Arrays.fill(costs, Double.POSITIVE_INFINITY);
      return new Step(costs, new int[size + 1]);
    }

    void offer(int end, double cost, int lastStart) {
      if (cost < costs[end]) {
        costs[end] = cost;
        lastStarts[end] = lastStart;
      }
    }
  }

  private Segmentations(double[] values, int shortestLevel, int shortestLine) {
    this.deviations = new SquaredDeviations(values);
    this.shortestLevel = shortestLevel;
    this.shortestLine = shortestLine;
    Step none = Step.of(values.length);
    none.costs()[0] = 0;
    steps.add(none);
  }

  /**
   * Into levels.
   *
   * @param shortestLevel least number of values in a segment
   */
  static Segmentations intoLevels(double[] values, int shortestLevel) {
    return new Segmentations(values, shortestLevel, NO_LINES);
  }

  /**
   * Into levels and lines.
   *
   * @param shortestLevel least number of values of a level
   * @param shortestLine least number of values of a line, at least that of two levels
   */
  static Segmentations intoLevelsAndLines(double[] values, int shortestLevel, int shortestLine) {
    return new Segmentations(values, shortestLevel, shortestLine);
  }

  /** Whether the series is long enough for one number more. */
  boolean hasNext() {
    return steps.size() * shortestLevel <= deviations.size();
  }

  /** The best segmentation with one number more. */
  List<Segment> next() {
    Step next = Step.of(deviations.size());
    offerLevels(next, steps.get(steps.size() - 1).costs());
    if (steps.size() > 1) {
      offerLines(next, steps.get(steps.size() - 2).costs());
    }
    steps.add(next);
    return segments();
  }

  private void offerLevels(Step next, double[] before) {
    for (int end = shortestLevel; end <= deviations.size(); end++) {
      for (int start = 0; start <= end - shortestLevel; start++) {
        if (before[start] < next.costs()[end]) {
          next.offer(end, before[start] + deviations.of(start, end), start);
        }
      }
    }
  }

  private void offerLines(Step next, double[] before) {
    for (int end = shortestLine; end <= deviations.size(); end++) {
      for (int start = 0; start <= end - shortestLine; start++) {
        if (before[start] < next.costs()[end]) {
          next.offer(end, before[start] + deviations.ofLine(start, end), ~start);
        }
      }
    }
  }

  private List<Segment> segments() {
    Deque<Segment> segments = new ArrayDeque<>();
    int step = steps.size() - 1;
    for (int end = deviations.size(); end > 0; end = segments.getFirst().start()) {
      int start = steps.get(step).lastStarts()[end];
      segments.addFirst(start < 0 ? deviations.line(~start, end) : deviations.level(start, end));
      step -= start < 0 ? 2 : 1;
    }
    return List.copyOf(segments);
  }
}
