package dev.sojourn.examples.fulfilment;

/** Fills up shelves that run low. */
final class Restock implements Runnable {
  private static final int LOW_PIECES = 50;
  private static final int REFILL_PIECES = 500;

  private final Stock stock;

  Restock(Stock stock) {
    this.stock = stock;
  }

  @Override
  public void run() {
    stock
        .snapshot()
        .forEach(
            (item, pieces) -> {
              if (pieces < LOW_PIECES) {
                stock.add(item, REFILL_PIECES);
              }
            });
  }
}
