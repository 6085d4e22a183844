package dev.sojourn.examples.fulfilment;

/** Compares the shelves with the books. */
final class InventoryAudit implements Runnable {
  private final Stock stock;
  private final Books books;
  private final boolean holdsStock;

  InventoryAudit(Stock stock, Books books, boolean holdsStock) {
    this.stock = stock;
    this.books = books;
    this.holdsStock = holdsStock;
  }

  @Override
  public void run() {
    if (holdsStock) {
      stock.inspect(books::compare);
    } else {
      books.compare(stock.snapshot());
    }
  }
}
