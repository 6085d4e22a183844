package dev.sojourn.analyzer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LowerEnvelopeTest {
  @Test
  void sawtoothOverALeak_risesSteadily() {
    LowerEnvelope envelope = of(i -> 100 + 0.5 * i + (i % 7) * 10);

    assertThat(envelope.rises()).isTrue();
    assertThat(envelope.isSteady()).isTrue();
  }

  @Test
  void sawtoothAlone_doesNotRise() {
    assertThat(of(i -> 100 + (i % 8) * 10).rises()).isFalse();
  }

  @Test
  void fillingCache_isNotSteady() {
    assertThat(of(i -> 100 - 80 * Math.exp(-i / 25.0)).isSteady()).isFalse();
  }

  @Test
  void singleStep_doesNotRiseInEachQuarter() {
    assertThat(of(i -> i < 50 ? 100 : 200).rises()).isFalse();
  }

  /** The fuller a heap is, the sooner it is collected again. */
  @Test
  void leakThatIsMeasuredMoreAndMoreOften_risesSteadily() {
    double[] times = {0, 10, 18, 24, 28, 31, 33, 34};

    assertThat(LowerEnvelope.of(times, times).isSteady()).isTrue();
  }

  private static LowerEnvelope of(IntToDoubleFunction value) {
    return LowerEnvelope.of(
        IntStream.range(0, 100).asDoubleStream().toArray(),
        IntStream.range(0, 100).mapToDouble(value).toArray());
  }
}
