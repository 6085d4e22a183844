package dev.sojourn.examples.fulfilment;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the paid order back that has waited longest. */
final class CancelOrder implements Runnable {
  private final Shop shop;
  private final Consumer<Outcome> whenEnded;

  CancelOrder(Shop shop, Consumer<Outcome> whenEnded) {
    this.shop = shop;
    this.whenEnded = whenEnded;
  }

  @Override
  public void run() {
    Outcome outcome = Outcome.FAILED;
    try {
      outcome = cancel();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot cancel", e);
    } finally {
      whenEnded.accept(outcome);
    }
  }

  private Outcome cancel() throws SQLException {
    Optional<Long> paid = shop.purchases().takePaid();
    if (paid.isEmpty()) {
      return Outcome.REFUSED;
    }
    long id = paid.get();
    Order order = shop.purchases().find(id);
    shop.purchases().setState(id, "CANCELLED");
    shop.stock().add(order.item(), order.quantity());
    return Outcome.DONE;
  }
}
