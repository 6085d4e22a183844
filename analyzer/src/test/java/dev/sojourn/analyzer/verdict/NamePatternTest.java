package dev.sojourn.analyzer.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    "orders, orders, true",
    "orders, orders2, false",
    "ord*, orders, true",
    "*ers, orders, true",
    "o*d*s, orders, true",
    "o*s*s, orders, false",
    "ab*ba, aba, false",
    "ab*ba, abba, true",
    "a.c, abc, false",
    "a**c, abc, true",
    "'*', '', true",
    "a*, '', false"
  })
  void star_standsForAnyCharacters(String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }

  /** By backtracking this one would not end. */
  @Test
  void manyStars_areNoneTooMany() {
    String pattern = "*a".repeat(60) + "*b";
    assertThat(new NamePattern(pattern).matches("a".repeat(200))).isFalse();
    assertThat(new NamePattern(pattern).matches("a".repeat(200) + "b")).isTrue();
  }
}
