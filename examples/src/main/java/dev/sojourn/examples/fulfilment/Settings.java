package dev.sojourn.examples.fulfilment;

/**
 * How the service is set up. {@link #of} is the only place where a fault becomes a difference.
 *
 * @param orderWorkers threads that work on orders
 * @param labelPrinters threads that print parcel labels
 * @param connections most database connections at once
 * @param auditHoldsStock whether the inventory audit keeps the stock locked while it compares
 * @param refreshHoldsPrices whether prices are reloaded inside their monitor
 * @param labelMillis time to print a label
 * @param carrierMillis time that the carrier takes to answer
 * @param declinedRatio share of payment calls that the provider declines
 * @param signatureRounds hashing rounds that sign a receipt
 * @param receiptNodes objects that a receipt is laid out with
 * @param quotesKept most shipping quotes remembered
 * @param quotesCompared how many earlier quotes a new one is compared with, at most
 * @param burden what each placed order takes longer by
 */
record Settings(
    int orderWorkers,
    int labelPrinters,
    int connections,
    boolean auditHoldsStock,
    boolean refreshHoldsPrices,
    int labelMillis,
    int carrierMillis,
    double declinedRatio,
    int signatureRounds,
    int receiptNodes,
    int quotesKept,
    int quotesCompared,
    Burden burden) {

  static Settings of(Fault fault) {
    return new Settings(
        fault == Fault.POOL ? 1 : 20,
        fault == Fault.STAGE ? 1 : 4,
        fault == Fault.CONNECTION_POOL ? 1 : 20,
        fault == Fault.LOCK,
        fault == Fault.MONITOR,
        20,
        fault == Fault.DOWNSTREAM ? 80 : 6,
        fault == Fault.RETRY ? 0.85 : 0.01,
        fault == Fault.CPU ? 60_000 : 200,
        fault == Fault.GC ? 60_000 : 200,
        fault == Fault.LEAK ? Integer.MAX_VALUE : 50,
        fault == Fault.TREND ? Integer.MAX_VALUE : 20,
        Burden.NONE);
  }

  /** The same, each placed order burdened. */
  Settings with(Burden other) {
    return new Settings(
        orderWorkers,
        labelPrinters,
        connections,
        auditHoldsStock,
        refreshHoldsPrices,
        labelMillis,
        carrierMillis,
        declinedRatio,
        signatureRounds,
        receiptNodes,
        quotesKept,
        quotesCompared,
        other);
  }
}
