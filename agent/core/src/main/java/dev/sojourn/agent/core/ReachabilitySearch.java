package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.Suppressed;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Has JFR look now and then for the ways from the roots to the old objects that it sampled. It does
 * so by itself only when a recording is dumped, and a program that is about to end has let go of
 * much by then. All threads stand still meanwhile, so it is looked for only where the heap holds
 * more than before, and rarely: each time after as long as everything took before. What only a
 * whole collection can tell from garbage is collected first.
 */
final class ReachabilitySearch implements Part {
  private static final long FIRST_MILLIS = 15_000;

  private final Thread thread = new Thread(this::run, "sojourn-reachability");
  private final Object lock = new Object();
  private final BooleanSupplier heapGrows;
  private final BooleanSupplier otherGrows;
  private final Runnable collection;
  private final Runnable search;
  private final long firstMillis;
  private boolean stopped;

  /**
   * Makes a search.
   *
   * @param collection has the heap collected
   */
  ReachabilitySearch(Runnable collection) {
    this(
        new HeapGrowth(),
        new UncollectedGrowth(),
        collection,
        OldObjectSampling::searchAndRenew,
        FIRST_MILLIS);
  }

  /**
   * Makes a search.
   *
   * @param heapGrows whether the heap holds more than when it was asked for the last time
   * @param otherGrows whether anything else does that only a whole collection takes away
   * @param collection has the heap collected
   * @param search the search itself
   * @param firstMillis when to search for the first time
   */
  ReachabilitySearch(
      BooleanSupplier heapGrows,
      BooleanSupplier otherGrows,
      Runnable collection,
      Runnable search,
      long firstMillis) {
    this.heapGrows = heapGrows;
    this.otherGrows = otherGrows;
    this.collection = collection;
    this.search = search;
    this.firstMillis = firstMillis;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Ends it. It is not interrupted, since an interrupt closes files that JFR may be writing. */
  @Override
  public void stop() throws InterruptedException {
    synchronized (lock) {
      stopped = true;
      lock.notifyAll();
    }
    if (thread.isAlive()) {
      thread.join();
    }
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  private void run() {
    try {
      long elapsedMillis = 0;
      long spanMillis = firstMillis;
      while (pause(spanMillis / 2)) {
        boolean grows = heapGrows.getAsBoolean();
        boolean otherGrew = otherGrows.getAsBoolean();
        if (pause(spanMillis - spanMillis / 2)) {
          look(heapGrows.getAsBoolean() || grows, otherGrows.getAsBoolean() && otherGrew);
        }
        elapsedMillis += spanMillis;
        spanMillis = elapsedMillis;
      }
    } catch (InterruptedException told) {
      return;
    } catch (Throwable failure) {
      Suppressed.add(failure);
    }
  }

  private void look(boolean heap, boolean other) {
    if (heap || other) {
      collection.run();
    }
    if (heap) {
      search.run();
    }
  }

  /** Lets some time pass; false when it is over. */
  private boolean pause(long millis) throws InterruptedException {
    long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (lock) {
      long leftMillis = millis;
      while (!stopped && leftMillis > 0) {
        lock.wait(leftMillis);
        leftMillis = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
      }
      return !stopped;
    }
  }
}
