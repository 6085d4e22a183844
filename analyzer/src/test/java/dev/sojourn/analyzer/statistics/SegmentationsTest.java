package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentationsTest {
  private static final int SHORTEST = 3;

  @Test
  void everyCount_leavesTheLeastSquaredDeviations() {
    double[] values = new Random(8).doubles(14).toArray();
    Segmentations segmentations = new Segmentations(values, SHORTEST);
    for (int segments = 1; segments <= 4; segments++) {
      assertThat(segmentations.hasNext()).isTrue();
      assertThat(deviations(values, segmentations.next()))
          .isCloseTo(least(new SquaredDeviations(values), 0, segments), within(1e-12));
    }
    assertThat(segmentations.hasNext()).isFalse();
  }

  private static double deviations(double[] values, int[] starts) {
    SquaredDeviations all = new SquaredDeviations(values);
    double sum = 0;
    for (int i = 0; i < starts.length; i++) {
      sum += all.of(starts[i], i + 1 < starts.length ? starts[i + 1] : values.length);
    }
    return sum;
  }

  /** Every way to cut what is left. */
  private static double least(SquaredDeviations all, int from, int segments) {
    if (segments == 1) {
      return all.size() - from < SHORTEST ? Double.POSITIVE_INFINITY : all.of(from, all.size());
    }
    double least = Double.POSITIVE_INFINITY;
    for (int end = from + SHORTEST; end < all.size(); end++) {
      least = Math.min(least, all.of(from, end) + least(all, end, segments - 1));
    }
    return least;
  }
}
