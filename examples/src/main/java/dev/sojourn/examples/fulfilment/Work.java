package dev.sojourn.examples.fulfilment;

/** The kinds of work that the outside world brings, each with the job that does it. */
enum Work {
  PLACE("PlaceOrder", 60),
  SHIP("ShipOrder", 48),
  CANCEL("CancelOrder", 8),
  QUOTE("QuoteShipping", 45);

  private final String job;
  private final double usualPerSecond;

  Work(String job, double usualPerSecond) {
    this.job = job;
    this.usualPerSecond = usualPerSecond;
  }

  /** How often it is wanted on a usual day. */
  double usualPerSecond() {
    return usualPerSecond;
  }

  @Override
  public String toString() {
    return job;
  }
}
