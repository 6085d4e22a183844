package dev.sojourn.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Orders.submit, 40, com.acme.Orders.submit",
    "com.acme.Orders.submit, 20, c.acme.Orders.submit",
    "com.acme.Orders.submit, 19, c.a.Orders.submit",
    "com.acme.Orders.submit, 12, c.a…s.submit",
    "a thread pool of the night, 13, a th…he night",
  })
  void name_keepsItsEndLongest(String name, int width, String text) {
    assertThat(Name.fitting(name, width)).isEqualTo(text).hasSizeLessThanOrEqualTo(width);
  }
}
