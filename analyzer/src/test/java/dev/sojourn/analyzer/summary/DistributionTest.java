package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class DistributionTest {
  @Test
  void encodedHistogram_isReadBucketByBucket() {
    Random random = new Random(1);
    Distribution direct = Distribution.empty();
    long[] values = random.longs(500, 0, 60_000_000_000L).toArray();
    for (long value : values) {
      direct = direct.plus(Distribution.of(value));
    }
    assertThat(Distribution.ofEncoded(EventGenerator.histogram(values))).isEqualTo(direct);
  }

  @Test
  void quantiles_areThoseOfAnHdrHistogram() {
    Random random = new Random(2);
    Histogram histogram = new Histogram(2);
    DistributionBuilder builder = new DistributionBuilder();
    for (int i = 0; i < 10_000; i++) {
      long value = (long) Math.exp(random.nextDouble() * 24);
      histogram.recordValue(value);
      builder.add(value, 1);
    }
    Distribution distribution = builder.build();
    for (double quantile : new double[] {0, 0.1, 0.5, 0.9, 0.99, 0.999, 1}) {
      long expected = histogram.getValueAtPercentile(100 * quantile);
      assertThat((double) distribution.quantileNanos(quantile))
          .isCloseTo(expected, within(expected * 0.01));
    }
    assertThat(distribution.count()).isEqualTo(10_000);
  }

  @Test
  void spreadQuantiles_followAShiftThatIsFinerThanABucket() {
    double before = spreadMedian(1_000_000);
    double after = spreadMedian(1_001_000);
    assertThat(after / before).isCloseTo(1.001, within(0.0002));
    assertThat(Distribution.of(77, 3).spreadQuantileNanos(0.5)).isEqualTo(77);
    assertThat(Distribution.empty().spreadQuantileNanos(0.5)).isZero();
  }

  @Test
  void outline_keepsItsQuantiles_inFewBuckets() {
    List<Double> quantiles = List.of(0.5, 0.9, 0.99);
    Random random = new Random(3);
    for (int count : new int[] {1, 2, 3, 20, 99, 1000, 50_000}) {
      DistributionBuilder builder = new DistributionBuilder();
      for (int i = 0; i < count; i++) {
        builder.add((long) (1e7 * Math.exp(random.nextGaussian())), 1);
      }
      Distribution whole = builder.build();
      Distribution outline = whole.outlined(quantiles);
      for (double quantile : quantiles) {
        assertThat(outline.quantileNanos(quantile)).isEqualTo(whole.quantileNanos(quantile));
        assertThat(outline.spreadQuantileNanos(quantile))
            .isEqualTo(whole.spreadQuantileNanos(quantile));
      }
      assertThat(outline.count()).isEqualTo(count);
      assertThat(outline.maxNanos()).isEqualTo(whole.maxNanos());
      assertThat((double) outline.totalNanos())
          .isCloseTo(whole.totalNanos(), within(whole.totalNanos() * 0.01));
      assertThat(outline.toNumbers()).hasSizeLessThanOrEqualTo(2 * (2 * 4));
      assertThat(outline.outlined(quantiles)).isEqualTo(outline);
    }
    assertThat(Distribution.empty().outlined(quantiles)).isEqualTo(Distribution.empty());
  }

  private static double spreadMedian(long level) {
    DistributionBuilder builder = new DistributionBuilder();
    for (int i = -5000; i <= 5000; i++) {
      builder.add(level + i * 20L, 1);
    }
    return builder.build().spreadQuantileNanos(0.5);
  }

  @Test
  void weightedValue_countsAsMany() {
    DistributionBuilder builder = new DistributionBuilder();
    builder.add(1_000, 3);
    builder.add(1_000, 1);
    builder.add(9_000, 2);
    assertThat(builder.build())
        .isEqualTo(Distribution.of(1_000, 4).plus(Distribution.of(9_000, 2)));
  }

  @Test
  void smallValues_areExact() {
    for (long value = 0; value < 256; value++) {
      assertThat(Distribution.of(value).quantileNanos(0.5)).isEqualTo(value);
    }
  }

  @Test
  void countAbove_leavesOutTheBucketItself() {
    Distribution distribution = Distribution.of(100, 5).plus(Distribution.of(200, 7));
    assertThat(distribution.countAbove(100)).isEqualTo(7);
    assertThat(distribution.countAbove(200)).isZero();
  }

  @Test
  void largestValue_fits() {
    assertThat(Distribution.of(Long.MAX_VALUE).maxNanos()).isGreaterThan(Long.MAX_VALUE / 100 * 99);
  }

  @Test
  void whatIsNoHistogram_isRefused() {
    assertThatThrownBy(() -> Distribution.ofEncoded("AAAA"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not an encoded histogram");
  }
}
