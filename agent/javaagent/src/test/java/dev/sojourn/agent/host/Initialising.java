package dev.sojourn.agent.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Classes that run jobs, start pools and wait for locks in their own initialisers. */
public final class Initialising {
  private static final String NAME = Initialising.class.getName();

  private Initialising() {}

  public static void main(String[] arguments) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(() -> use(First.VALUE + Second.VALUE));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Counts.print();
    System.exit(0);
  }

  private static void use(int value) {
    if (value != 3) {
      System.out.println("value " + value);
    }
  }

  private static final class First {
    static final int VALUE = compute();

    static int compute() {
      Counts.add(NAME + "$First.compute");
      return inPool(1);
    }
  }

  private static final class Second {
    static final int VALUE = compute();

    static int compute() {
      Counts.add(NAME + "$Second.compute");
      return contended(2);
    }
  }

  private static int inPool(int value) {
    Counts.add(NAME + ".inPool");
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      return pool.submit(new Constant(value)::get).get();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    } finally {
      pool.shutdown();
    }
  }

  private static int contended(int value) {
    Counts.add(NAME + ".contended");
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        new Thread(
            () -> {
              lock.lock();
              try {
                held.countDown();
                while (!lock.hasQueuedThreads()) {
                  Thread.yield();
                }
              } finally {
                lock.unlock();
              }
            });
    holder.start();
    try {
      held.await();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    lock.lock();
    try {
      return value;
    } finally {
      lock.unlock();
    }
  }

  private static final class Constant {
    private final int value;

    Constant(int value) {
      this.value = value;
    }

    int get() {
      return value;
    }
  }
}
