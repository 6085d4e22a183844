package dev.sojourn.examples.fulfilment;

/** What the jobs work with. */
record Shop(
    Database database,
    Purchases purchases,
    Stock stock,
    Prices prices,
    Quotes quotes,
    Receipts receipts,
    Labels labels,
    Payments payments,
    Partner carrier) {}
