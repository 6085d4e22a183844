package dev.sojourn.agent.host;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs short tasks by the ten thousand, some of which fail, until it is told to end: more than are
 * worth being timed one by one. Counts them itself.
 */
public final class Flood {
  private static final int BATCH = 20_000;
  private static final int FAILING = 100;

  private Flood() {}

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    long batches = 0;
    while (System.in.available() == 0) {
      batch(pool);
      batches++;
      System.out.println("batch");
      Thread.sleep(50);
    }
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
    System.out.println(Flood.class.getName() + ".batch=" + batches * (BATCH + 1));
    System.out.println(Failing.class.getName() + "=" + batches * (BATCH / FAILING));
  }

  private static void batch(ExecutorService pool) throws Exception {
    for (int i = 0; i < BATCH; i++) {
      pool.submit(() -> Thread.onSpinWait());
      if (i % FAILING == 0) {
        pool.submit(new Failing());
      }
    }
    CountDownLatch last = new CountDownLatch(1);
    Future<?> end = pool.submit(() -> last.countDown());
    end.get();
    last.await();
  }

  private static final class Failing implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("on purpose");
    }
  }
}
