package dev.sojourn.examples.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotesTest {
  @Test
  void similarAddress_isOneOfAtMostTwoLetters() {
    Quotes quotes = new Quotes(10, 10);
    quotes.similar("1 Mill Road");
    quotes.similar("9 Cathedral Close");

    assertThat(quotes.similar("12 Mill Road")).isEqualTo(1);
  }

  @Test
  void earlierQuotesBeyondTheLimit_areNotCompared() {
    Quotes quotes = new Quotes(10, 2);
    quotes.similar("1 Mill Road");
    quotes.similar("1 Mill Road");
    quotes.similar("1 Mill Road");

    assertThat(quotes.similar("1 Mill Road")).isEqualTo(2);
  }

  @Test
  void distance_isLevenshteins() {
    assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Spelling.distance("", "abc")).isEqualTo(3);
    assertThat(Spelling.distance("same", "same")).isZero();
  }
}
