package dev.sojourn.analyzer.command.host;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs a small job a hundred times a second until its standard input ends. */
public final class Service {
  private Service() {}

  public static void main(String[] arguments) throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
    pool.scheduleAtFixedRate(new Order(), 0, 10, TimeUnit.MILLISECONDS);
    System.out.println("ready");
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
    pool.shutdownNow();
    pool.awaitTermination(20, TimeUnit.SECONDS);
  }

  private static final class Order implements Runnable {
    @Override
    public void run() {
      reserve();
    }

    private synchronized void reserve() {
      Thread.yield();
    }
  }
}
