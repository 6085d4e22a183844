package dev.sojourn.examples.fulfilment;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Order fulfilment: work comes in through {@link #submit}, waits in a queue, and is done by a pool
 * of workers, while housekeeping runs on a schedule. Thread-safe. Once closed, every unit of work
 * that was accepted has ended one way or another, and {@link #ledger()} says which.
 */
final class FulfilmentService implements AutoCloseable {
  private static final int HOUSEKEEPING_THREADS = 3;
  private static final int SHELF_PIECES = 400;

  private final Ledger ledger = new Ledger();
  private final Duration patience;
  private final Shop shop;
  private final ThreadPoolExecutor orderWorkers;
  private final ThreadPoolExecutor labelPrinters;
  private final ScheduledThreadPoolExecutor housekeeping =
      new ScheduledThreadPoolExecutor(HOUSEKEEPING_THREADS, new NamedThreads("housekeeping"));

  /**
   * @param patience how long {@link #close} lets each pool work off what it has
   */
  FulfilmentService(Settings settings, URI paymentProvider, URI carrier, Duration patience)
      throws SQLException {
    this.patience = patience;
    Database database = new Database(settings.connections());
    this.shop =
        new Shop(
            database,
            new Purchases(database),
            new Stock(settings.burden()),
            new Prices(database, settings.refreshHoldsPrices()),
            new Quotes(settings.quotesKept(), settings.quotesCompared()),
            new Receipts(
                settings.receiptNodes(),
                settings.signatureRounds(),
                settings.burden().nanosAt(Burden.Kind.CPU)),
            new Labels(settings.labelMillis()),
            new Payments(new Partner(paymentProvider), settings.burden()),
            new Partner(carrier));
    for (int number = 0; number < Database.ITEMS; number++) {
      shop.stock().add(Database.item(number), SHELF_PIECES);
    }
    this.orderWorkers = pool(settings.orderWorkers(), "order-worker");
    this.labelPrinters = pool(settings.labelPrinters(), "label-printer");
    scheduleHousekeeping(settings);
  }

  private static ThreadPoolExecutor pool(int threads, String name) {
    return new ThreadPoolExecutor(
        threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new NamedThreads(name));
  }

  private void scheduleHousekeeping(Settings settings) {
    Books books = new Books(shop.database());
    every(500, new Restock(shop.stock()));
    every(1_000, new InventoryAudit(shop.stock(), books, settings.auditHoldsStock()));
    every(1_500, new RefreshPrices(shop.prices()));
    every(2_500, new SalesReport(shop.purchases()));
  }

  private void every(long periodMillis, Runnable job) {
    var unused =
        housekeeping.scheduleAtFixedRate(job, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
  }

  /** Accepts work; {@code whenEnded} hears once how it ended, unless it is abandoned. */
  void submit(Work work, Order order, Consumer<Outcome> whenEnded) {
    ledger.accepted(work);
    Consumer<Outcome> bookkeeping =
        outcome -> {
          ledger.ended(work, outcome);
          whenEnded.accept(outcome);
        };
    orderWorkers.execute(job(work, order, bookkeeping));
  }

  private Runnable job(Work work, Order order, Consumer<Outcome> whenEnded) {
    return switch (work) {
      case PLACE -> new PlaceOrder(shop, order, whenEnded);
      case SHIP -> new ShipOrder(shop, labelPrinters, whenEnded);
      case CANCEL -> new CancelOrder(shop, whenEnded);
      case QUOTE -> new QuoteShipping(shop, order, whenEnded);
    };
  }

  Ledger ledger() {
    return ledger;
  }

  Shop shop() {
    return shop;
  }

  /** Work that is accepted but not ended. */
  long open() {
    long open = 0;
    for (Work work : Work.values()) {
      open += ledger.acceptedCount(work) - ledger.endedCount(work);
    }
    return open;
  }

  /** Lets the workers finish what they can; the rest is booked as abandoned. */
  @Override
  public void close() {
    housekeeping.shutdown();
    stop(orderWorkers);
    stop(labelPrinters);
    stop(housekeeping);
    for (Work work : Work.values()) {
      for (long left = ledger.acceptedCount(work) - ledger.endedCount(work); left > 0; left--) {
        ledger.ended(work, Outcome.ABANDONED);
      }
    }
    shop.database().close();
  }

  private void stop(ExecutorService executor) {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
        executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
