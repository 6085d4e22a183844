package dev.sojourn.examples.fulfilment;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Takes an order: reserves the pieces, takes the money, writes it down. */
final class PlaceOrder implements Runnable {
  private final Shop shop;
  private final Order order;
  private final Consumer<Outcome> whenEnded;

  PlaceOrder(Shop shop, Order order, Consumer<Outcome> whenEnded) {
    this.shop = shop;
    this.order = order;
    this.whenEnded = whenEnded;
  }

  @Override
  public void run() {
    Outcome outcome = Outcome.FAILED;
    try {
      outcome = place();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("cannot place " + order, e);
    } finally {
      whenEnded.accept(outcome);
    }
  }

  private Outcome place() throws SQLException, IOException {
    int amount = shop.prices().of(order.item()) * order.quantity();
    if (!shop.stock().reserve(order.item(), order.quantity())) {
      return Outcome.REFUSED;
    }
    if (buy(amount)) {
      return Outcome.DONE;
    }
    shop.stock().add(order.item(), order.quantity());
    return Outcome.REFUSED;
  }

  /**
   * The transaction spans the call to the provider: no money without an order, no order without
   * money.
   */
  private boolean buy(int amount) throws SQLException, IOException {
    try (Connection connection = shop.database().connection()) {
      connection.setAutoCommit(false);
      long id = shop.purchases().open(connection, order, amount);
      if (!shop.payments().charge(order, amount)) {
        connection.rollback();
        return false;
      }
      shop.purchases().pay(connection, id, shop.receipts().print(id, order, amount));
      connection.commit();
      shop.purchases().readyForParcel(id);
      return true;
    }
  }
}
