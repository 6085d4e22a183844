package dev.sojourn.examples.fulfilment;

import java.sql.SQLException;
import java.util.function.Consumer;

/** Prints the label of a parcel, which is the last step of an order. */
final class PrintLabel implements Runnable {
  private final Shop shop;
  private final long id;
  private final Order order;
  private final Consumer<Outcome> whenEnded;

  PrintLabel(Shop shop, long id, Order order, Consumer<Outcome> whenEnded) {
    this.shop = shop;
    this.id = id;
    this.order = order;
    this.whenEnded = whenEnded;
  }

  @Override
  public void run() {
    Outcome outcome = Outcome.FAILED;
    try {
      shop.labels().print(order);
      shop.purchases().setState(id, "SHIPPED");
      outcome = Outcome.DONE;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot print the label of " + order, e);
    } finally {
      whenEnded.accept(outcome);
    }
  }
}
