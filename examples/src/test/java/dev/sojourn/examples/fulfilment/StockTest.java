package dev.sojourn.examples.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StockTest {
  @Test
  void shelf_neverHoldsLessThanNothing() {
    Stock stock = new Stock(Burden.NONE);
    stock.add("tea", 3);

    assertThat(stock.reserve("tea", 2)).isTrue();
    assertThat(stock.reserve("tea", 2)).isFalse();
    assertThat(stock.snapshot()).containsEntry("tea", 1);
  }
}
