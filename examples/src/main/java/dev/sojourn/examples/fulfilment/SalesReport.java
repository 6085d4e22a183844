package dev.sojourn.examples.fulfilment;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Sums up the day so far. */
final class SalesReport implements Runnable {
  private static final int BEST = 10;

  private final Purchases purchases;
  private volatile Figures latest = new Figures(Map.of(), List.of());

  /**
   * @param orders orders in each state
   * @param bestPieces pieces sold of the items that sell best
   */
  record Figures(Map<String, Long> orders, List<Long> bestPieces) {}

  SalesReport(Purchases purchases) {
    this.purchases = purchases;
  }

  Figures latest() {
    return latest;
  }

  @Override
  public void run() {
    try {
      latest = new Figures(purchases.countByState(), purchases.bestSellers(BEST));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot sum up the day", e);
    }
  }
}
