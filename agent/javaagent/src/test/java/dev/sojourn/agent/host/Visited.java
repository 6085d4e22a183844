package dev.sojourn.agent.host;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Works when it is told {@code w}, prints its footprint when it is told {@code f}, and ends when it
 * is told nothing more.
 */
public final class Visited {
  private static final Object MONITOR = new Object();
  private static int counter;

  private Visited() {}

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    for (int told = System.in.read(); told >= 0; told = System.in.read()) {
      if (told == 'w') {
        for (int i = 0; i < 10; i++) {
          pool.submit(Visited::count).get();
        }
        System.out.println("worked");
      } else if (told == 'f') {
        Footprint.print();
      }
    }
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
    System.out.println("counter=" + counter);
  }

  private static void count() {
    synchronized (MONITOR) {
      counter++;
    }
    countMore();
  }

  private static synchronized void countMore() {
    counter++;
  }
}
