package dev.sojourn.examples.fulfilment;

import dev.sojourn.examples.fulfilment.Quotes.Quote;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells a customer what a parcel would cost. */
final class QuoteShipping implements Runnable {
  private static final int PAGE_LINES = 800;
  private static final int BASE_CENTS = 450;

  private final Shop shop;
  private final Order order;
  private final Consumer<Outcome> whenEnded;

  QuoteShipping(Shop shop, Order order, Consumer<Outcome> whenEnded) {
    this.shop = shop;
    this.order = order;
    this.whenEnded = whenEnded;
  }

  @Override
  public void run() {
    Outcome outcome = Outcome.FAILED;
    try {
      int earlier = shop.quotes().similar(order.address());
      int cents = BASE_CENTS * order.quantity() - Math.min(earlier, 10);
      String reference = UUID.randomUUID().toString();
      shop.quotes().remember(new Quote(reference, cents, page(reference, cents)));
      outcome = Outcome.DONE;
    } finally {
      whenEnded.accept(outcome);
    }
  }

  private byte[] page(String reference, int cents) {
    String line = reference + " " + order.item() + " " + cents + "\n";
    return line.repeat(PAGE_LINES).getBytes(StandardCharsets.UTF_8);
  }
}
