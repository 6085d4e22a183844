package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class HistogramEncodingTest {
  private final HistogramEncoding encoding = new HistogramEncoding();

  @Test
  void encodedBuckets_areWhatTheLibraryCounts() throws DataFormatException {
    Random random = new Random(7);
    Buckets buckets = new Buckets();
    Histogram expected = new Histogram(1, Buckets.HIGHEST_NANOS, Buckets.DIGITS);
    for (int i = 0; i < 100_000; i++) {
      long nanos = random.nextLong() >>> (17 + random.nextInt(47));
      buckets.add(nanos, 1);
      expected.recordValue(nanos);
    }

    assertThat(decoded(encoding.encode(buckets))).isEqualTo(expected);
  }

  @Test
  void edges_areCounted() throws DataFormatException {
    Buckets buckets = new Buckets();
    Histogram expected = new Histogram(1, Buckets.HIGHEST_NANOS, Buckets.DIGITS);
    for (long nanos : new long[] {0, 1, 127, 128, 255, 256, 257, 511, 512, Buckets.HIGHEST_NANOS}) {
      buckets.add(nanos, 1);
      expected.recordValue(nanos);
    }

    assertThat(decoded(encoding.encode(buckets))).isEqualTo(expected);
  }

  @Test
  void durationsOutOfRange_areCountedAtTheEnds() throws DataFormatException {
    Buckets buckets = new Buckets();
    buckets.add(-5, 1);
    buckets.add(Long.MAX_VALUE, 1);

    Histogram decoded = decoded(encoding.encode(buckets));

    assertThat(decoded.getTotalCount()).isEqualTo(2);
    assertThat(decoded.getMinValue()).isZero();
    assertThat(decoded.getMaxValue()).isEqualTo(Buckets.HIGHEST_NANOS);
  }

  @Test
  void emptyBuckets_haveNoEncoding() {
    assertThat(encoding.encode(new Buckets())).isNull();
  }

  private static Histogram decoded(String text) throws DataFormatException {
    return Histogram.decodeFromCompressedByteBuffer(
        ByteBuffer.wrap(Base64.getDecoder().decode(text)), Buckets.HIGHEST_NANOS);
  }
}
