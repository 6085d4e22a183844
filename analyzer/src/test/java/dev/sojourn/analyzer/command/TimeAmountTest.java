package dev.sojourn.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAmountTest {
  @ParameterizedTest
  @CsvSource({"250ms, PT0.25S", "90, PT1M30S", "60s, PT1M", "5m, PT5M", "1h, PT1H", "2 d, PT48H"})
  void units_areUnderstood(String text, Duration duration) {
    assertThat(new TimeAmount().convert(text)).isEqualTo(duration);
  }
}
