package dev.sojourn.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "7, 7 ns",
    "999, 999 ns",
    "999.7, 1 µs",
    "1234, 1.23 µs",
    "12345, 12.3 µs",
    "999499, 999 µs",
    "999500, 1 ms",
    "204250000, 204 ms",
    "1250000000, 1.25 s",
    "119000000000, 119 s",
    "150000000000, 2.5 min",
    "36000000000000, 10 h",
    "-3000000, -3 ms",
  })
  void nanos_takeTheUnitThatSuits(double nanos, String text) {
    assertThat(Quantity.nanos(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "999, 999 B", "1024, 1 KiB", "1536, 1.5 KiB", "1073741824, 1 GiB"})
  void bytes_takeTheUnitThatSuits(double bytes, String text) {
    assertThat(Quantity.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.0001, <0.1 %", "0.004, 0.4 %", "0.05, 5 %", "0.614, 61 %", "1, 100 %"})
  void shares_arePercent(double ratio, String text) {
    assertThat(Quantity.share(ratio)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"1204, \"1,204\"", "0.49323, 0.493", "0.00001, 1.0e-05", "9.999, 10", "410.37, 410"})
  void digits_areThreeThatSignify(double value, String text) {
    assertThat(Quantity.digits(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"12.5, ms, 12.5 ms", "0.5, share, 50 %", "3, /s, 3/s", "2, runs, 2 runs"})
  void units_ofFindingsAreUnderstood(double value, String unit, String text) {
    assertThat(Quantity.of(value, unit)).isEqualTo(text);
  }
}
