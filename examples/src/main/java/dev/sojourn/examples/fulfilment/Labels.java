package dev.sojourn.examples.fulfilment;

/** The label printers: each label takes its time. Thread-safe. */
final class Labels {
  private final int printMillis;

  Labels(int printMillis) {
    this.printMillis = printMillis;
  }

  void print(Order order) {
    try {
      Thread.sleep(printMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the label of " + order + " was torn off", e);
    }
  }
}
