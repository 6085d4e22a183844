package dev.sojourn.agent.host;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs ten tasks and ends the way it is told. */
public final class Ending {
  private Ending() {}

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    for (int i = 0; i < 10; i++) {
      pool.submit(new Task()).get();
    }
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
    System.out.println("ready");
    switch (arguments[0]) {
      case "exit" -> System.exit(3);
      case "wait" -> Thread.sleep(Long.MAX_VALUE);
      default -> {}
    }
  }

  private static final class Task implements Runnable {
    @Override
    public void run() {
      Thread.yield();
    }
  }
}
