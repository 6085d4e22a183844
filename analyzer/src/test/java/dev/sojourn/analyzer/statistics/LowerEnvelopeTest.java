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

  private static LowerEnvelope of(IntToDoubleFunction value) {
    return LowerEnvelope.of(IntStream.range(0, 100).mapToDouble(value).toArray());
  }
}
