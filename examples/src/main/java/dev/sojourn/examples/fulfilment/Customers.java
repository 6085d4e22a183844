package dev.sojourn.examples.fulfilment;

import java.util.SplittableRandom;

/** Makes up who orders what. The same seed and number make the same order. */
final class Customers {
  private static final String[] STREETS = {
    "Harbour Lane", "Mill Road", "Cathedral Close", "Station Street", "Orchard Way", "Long Acre"
  };

  private final long seed;

  Customers(long seed) {
    this.seed = seed;
  }

  Order order(long number) {
    SplittableRandom random = new SplittableRandom(seed * 31 + number);
    return new Order(
        "customer-" + random.nextInt(5_000),
        Database.item(random.nextInt(Database.ITEMS)),
        1 + random.nextInt(3),
        random.nextInt(200) + " " + STREETS[random.nextInt(STREETS.length)] + ", Flat " + number);
  }
}
