package dev.sojourn.agent.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs short methods by the ten thousand, on threads that stay and on threads that are soon over,
 * until it is told to end: some fail, some run inside others, some call themselves, and some wait
 * for a lock. Counts them itself.
 */
public final class ShortMethods {
  private static final int BATCH = 10_000;
  private static final int THREADS = 2;
  private static final ReentrantLock LOCK = new ReentrantLock();
  private long outer;
  private long inner;
  private long deep;
  private long failing;
  private long failed;

  private ShortMethods() {}

  public static void main(String[] arguments) throws Exception {
    List<ShortMethods> all = new ArrayList<>();
    while (System.in.available() == 0) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        ShortMethods methods = new ShortMethods();
        all.add(methods);
        threads.add(new Thread(methods::batch));
      }
      ShortMethods ofMain = new ShortMethods();
      all.add(ofMain);
      threads.forEach(Thread::start);
      ofMain.batch();
      for (Thread thread : threads) {
        thread.join();
      }
      System.out.println("batch");
      Thread.sleep(50);
    }
    all.forEach(ShortMethods::count);
  }

  private void batch() {
    for (int i = 0; i < BATCH; i++) {
      outer();
      deep(i % 3);
      try {
        failing(i);
      } catch (IllegalStateException expected) {
        failed++;
      }
    }
  }

  private void outer() {
    outer++;
    inner();
    inner();
  }

  private void inner() {
    inner++;
    if (inner % 1_000 == 0) {
      LOCK.lock();
      try {
        Thread.yield();
      } finally {
        LOCK.unlock();
      }
    }
  }

  private void deep(int depth) {
    if (depth == 0) {
      deep++;
    } else {
      deep(depth - 1);
    }
  }

  private void failing(int number) {
    failing++;
    if (number % 100 == 0) {
      throw new IllegalStateException("on purpose");
    }
  }

  private void count() {
    print("", "outer", outer);
    print("", "inner", inner);
    print("", "deep", deep);
    print("", "failing", failing);
    print("failed ", "failing", failed);
  }

  private static void print(String prefix, String method, long count) {
    System.out.println(prefix + ShortMethods.class.getName() + "." + method + "=" + count);
  }
}
