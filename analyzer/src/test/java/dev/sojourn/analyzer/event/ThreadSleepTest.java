package dev.sojourn.analyzer.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThreadSleepTest {
  private static final long MICRO = 1_000;

  @ParameterizedTest
  @CsvSource({
    "20080, 20000, 20080",
    "61000, 20000, 20000",
    "5000, 20000, 5000",
    "7000, 7000, 7000"
  })
  void lasts_asLongAsItWasAskedTo(long lastedMicros, long askedMicros, long expectedMicros) {
    ThreadSleep sleep =
        ThreadSleep.of(
            0, lastedMicros * MICRO, askedMicros * MICRO, ThreadId.NONE, StackTrace.EMPTY);

    assertThat(sleep.durationNanos()).isEqualTo(expectedMicros * MICRO);
  }
}
