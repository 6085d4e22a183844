package dev.sojourn.agent.lock.host;

import java.lang.ref.WeakReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that is contended before and after a collection, and one that is left to the collector.
 */
public final class Collected {
  private static final ReentrantLock KEPT = new ReentrantLock();

  private Collected() {}

  public static void run() throws Exception {
    contend(KEPT, "before");
    WeakReference<ReentrantLock> dropped = dropped();
    System.gc();
    Actors.until(() -> collected(dropped));
    contend(KEPT, "after");
  }

  private static boolean collected(WeakReference<?> reference) {
    System.gc();
    return reference.get() == null;
  }

  private static WeakReference<ReentrantLock> dropped() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    contend(lock, "dropped");
    return new WeakReference<>(lock);
  }

  private static void contend(ReentrantLock lock, String name) throws Exception {
    Thread waiter = Actors.prepare(name, () -> Actors.touch(lock));
    Actors.locked(
        lock,
        () -> {
          waiter.start();
          Actors.until(() -> lock.hasQueuedThread(waiter));
          Thread.sleep(2);
        });
    Actors.join(waiter);
  }
}
