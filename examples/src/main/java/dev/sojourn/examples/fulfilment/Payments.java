package dev.sojourn.examples.fulfilment;

import java.io.IOException;

/** Takes money from customers; a declined call is tried again. Thread-safe. */
final class Payments {
  private static final int MOST_ATTEMPTS = 6;

  private final Partner provider;
  private final Burden burden;

  Payments(Partner provider, Burden burden) {
    this.provider = provider;
    this.burden = burden;
  }

  /** Whether the provider took the money. */
  boolean charge(Order order, int amount) throws IOException {
    burden.sleepAt(Burden.Kind.SLEEP);
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      try {
        post(order, amount);
        return true;
      } catch (DeclinedException e) {
        // the provider may take it at the next attempt
      }
    }
    return false;
  }

  private void post(Order order, int amount) throws IOException, DeclinedException {
    int status = provider.post("charge", order.customer() + "&amount=" + amount);
    if (status >= 400) {
      throw new DeclinedException(status);
    }
  }

  private static final class DeclinedException extends Exception {
    private DeclinedException(int status) {
      super("the payment provider answered " + status);
    }
  }
}
