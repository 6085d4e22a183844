package dev.sojourn.examples.fulfilment;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Books the carrier for the paid order that has waited longest, and has its label printed. */
final class ShipOrder implements Runnable {
  private final Shop shop;
  private final Executor labelPrinters;
  private final Consumer<Outcome> whenEnded;

  ShipOrder(Shop shop, Executor labelPrinters, Consumer<Outcome> whenEnded) {
    this.shop = shop;
    this.labelPrinters = labelPrinters;
    this.whenEnded = whenEnded;
  }

  @Override
  public void run() {
    boolean handedOver = false;
    try {
      handedOver = ship();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("cannot ship", e);
    } finally {
      if (!handedOver) {
        whenEnded.accept(Outcome.FAILED);
      }
    }
  }

  private boolean ship() throws SQLException, IOException {
    Optional<Long> paid = shop.purchases().takePaid();
    if (paid.isEmpty()) {
      whenEnded.accept(Outcome.REFUSED);
      return true;
    }
    long id = paid.get();
    Order order = shop.purchases().find(id);
    if (shop.carrier().post("parcel", order.address()) >= 400) {
      return false;
    }
    labelPrinters.execute(new PrintLabel(shop, id, order, whenEnded));
    return true;
  }
}
