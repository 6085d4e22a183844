package dev.sojourn.examples.fulfilment;

import java.sql.SQLException;

/** Reloads the price list. */
final class RefreshPrices implements Runnable {
  private final Prices prices;

  RefreshPrices(Prices prices) {
    this.prices = prices;
  }

  @Override
  public void run() {
    try {
      prices.refresh();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot refresh the prices", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
