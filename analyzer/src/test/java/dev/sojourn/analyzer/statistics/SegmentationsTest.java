package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentationsTest {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_LINE = 6;
  private static final int NO_LINES = Integer.MAX_VALUE;

  @Test
  void levels_leaveTheLeastSquaredDeviations() {
    double[] values = new Random(8).doubles(14).toArray();
    Segmentations segmentations = Segmentations.intoLevels(values, SHORTEST);
    for (int numbers = 1; numbers <= 4; numbers++) {
      assertThat(segmentations.hasNext()).isTrue();
      assertThat(deviations(values, segmentations.next()))
          .isCloseTo(least(values, 0, numbers, NO_LINES), within(1e-12));
    }
    assertThat(segmentations.hasNext()).isFalse();
  }

  @Test
  void levelsAndLines_leaveTheLeastSquaredDeviations() {
    double[] values = new Random(9).doubles(16).toArray();
    for (int i = 0; i < 8; i++) {
      values[i] += i;
    }
    Segmentations segmentations = Segmentations.intoLevelsAndLines(values, SHORTEST, SHORTEST_LINE);
    for (int numbers = 1; numbers <= 5; numbers++) {
      List<Segment> segments = segmentations.next();
      assertThat(segments.stream().mapToInt(Segment::parameters).sum()).isEqualTo(numbers);
      assertThat(deviations(values, segments))
          .isCloseTo(least(values, 0, numbers, SHORTEST_LINE), within(1e-12));
    }
  }

  private static double deviations(double[] values, List<Segment> segments) {
    double sum = 0;
    for (Segment segment : segments) {
      for (int i = segment.start(); i < segment.end(); i++) {
        sum += Math.pow(values[i] - segment.at(i), 2);
      }
    }
    return sum;
  }

  /** Every way to cut what is left. */
  private static double least(double[] values, int from, int numbers, int shortestLine) {
    SquaredDeviations all = new SquaredDeviations(values);
    if (from == values.length) {
      return numbers == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int end = from + SHORTEST; numbers > 0 && end <= values.length; end++) {
      double rest = least(values, end, numbers - 1, shortestLine);
      least = Math.min(least, all.of(from, end) + rest);
      if (end - from >= shortestLine) {
        rest = least(values, end, numbers - 2, shortestLine);
        least = Math.min(least, all.ofLine(from, end) + rest);
      }
    }
    return least;
  }
}
