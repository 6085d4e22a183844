package dev.sojourn.agent.lock.host;

import java.util.concurrent.locks.ReentrantLock;

/** Virtual threads that hold a lock one after the other, all the others waiting meanwhile. */
public final class VirtualThreads {
  /** How many. */
  public static final int THREADS = 10;

  private static final ReentrantLock LOCK = new ReentrantLock();

  private VirtualThreads() {}

  public static void run() throws Exception {
    Thread[] threads = new Thread[THREADS];
    Actors.locked(
        LOCK,
        () -> {
          for (int i = 0; i < threads.length; i++) {
            threads[i] = Actors.startVirtual(VirtualThreads::hold);
          }
          Actors.until(() -> LOCK.getQueueLength() == THREADS);
          Thread.sleep(5);
        });
    Actors.join(threads);
  }

  private static void hold() throws InterruptedException {
    LOCK.lock();
    try {
      Thread.sleep(5);
    } finally {
      LOCK.unlock();
    }
  }
}
