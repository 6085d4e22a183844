package dev.sojourn.agent.lock.host;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A task waits for a condition; its worker waits idly before and after. */
public final class Conditions {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private boolean full;

  private Conditions() {}

  public static void run() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1, task -> new Thread(task, "worker"));
    pool.submit(Thread::onSpinWait).get();
    Thread.sleep(5);
    Conditions conditions = new Conditions();
    Future<?> task = pool.submit(conditions::awaitFilled);
    conditions.fill();
    task.get();
    Thread.sleep(5);
    pool.shutdown();
  }

  private Void awaitFilled() throws InterruptedException {
    lock.lock();
    try {
      while (!full) {
        filled.await();
      }
    } finally {
      lock.unlock();
    }
    return null;
  }

  private void fill() throws Exception {
    boolean[] awaited = {false};
    while (!awaited[0]) {
      Actors.locked(lock, () -> awaited[0] = lock.hasWaiters(filled));
    }
    Thread.sleep(5);
    Actors.locked(
        lock,
        () -> {
          full = true;
          filled.signal();
        });
  }
}
