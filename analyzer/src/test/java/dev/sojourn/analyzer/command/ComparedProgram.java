package dev.sojourn.analyzer.command;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Thirty jobs that sleep for a while each, for {@code sojourn compare} to run. */
final class ComparedProgram {
  private static final int JOBS = 30;

  private ComparedProgram() {}

  public static void main(String[] args) throws InterruptedException {
    long millis = Long.parseLong(args[0]);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    for (int i = 0; i < JOBS; i++) {
      pool.execute(() -> sleep(millis));
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
