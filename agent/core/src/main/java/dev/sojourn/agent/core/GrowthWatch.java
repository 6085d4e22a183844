package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.Suppressed;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Has done, where memory grows, what shows why, although all threads stand still meanwhile: only
 * where it grows, and rarely, each time after as long as everything took before.
 */
final class GrowthWatch implements Part {
  private static final long FIRST_MILLIS = 15_000;

  private final Thread thread = new Thread(this::run, "sojourn-growth");
  private final Object lock = new Object();
  private final List<Suspicion> suspicions;
  private final long firstMillis;
  private boolean stopped;

  /**
   * What may grow.
   *
   * @param grows whether it is more than when it was asked for the last time
   * @param search what shows why
   */
  record Suspicion(BooleanSupplier grows, Runnable search) {}

  /**
   * Watches what programs leak. One that is about to end has let go of much, and JFR looks for the
   * ways from the roots to the old objects that it sampled only then; so it is made to look
   * earlier. What is kept is shown by a collection, so that comes first.
   *
   * @param collects whether a small heap may be collected
   */
  static GrowthWatch of(boolean collects) {
    Runnable collection = collects ? new SmallCollection() : () -> {};
    return new GrowthWatch(
        List.of(
            new Suspicion(new DirectMemoryGrowth(), collects ? new YoungCollection() : () -> {}),
            new Suspicion(new ClassGrowth(), collection),
            new Suspicion(new HeapGrowth(), () -> searchWhatIsKept(collection))),
        FIRST_MILLIS);
  }

  private static void searchWhatIsKept(Runnable collection) {
    collection.run();
    OldObjectSampling.searchAndRenew();
  }

  /**
   * Watches.
   *
   * @param suspicions what to look at, in this order
   * @param firstMillis when to search for the first time
   */
  GrowthWatch(List<Suspicion> suspicions, long firstMillis) {
    this.suspicions = suspicions;
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
        boolean[] grew = look();
        if (pause(spanMillis - spanMillis / 2)) {
          search(grew);
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

  private boolean[] look() {
    boolean[] grows = new boolean[suspicions.size()];
    for (int i = 0; i < grows.length; i++) {
      grows[i] = suspicions.get(i).grows().getAsBoolean();
    }
    return grows;
  }

  private void search(boolean[] grew) {
    for (int i = 0; i < grew.length; i++) {
      Suspicion suspicion = suspicions.get(i);
      if (suspicion.grows().getAsBoolean() || grew[i]) {
        suspicion.search().run();
      }
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
