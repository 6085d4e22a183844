package dev.sojourn.agent.host;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs ten tasks whenever it is told a line, and ends when there is none. */
public final class Waiting {
  private Waiting() {}

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    for (int told = System.in.read(); told >= 0; told = System.in.read()) {
      for (int i = 0; i < 10; i++) {
        pool.submit(new Task()).get();
        new Direct().handle();
      }
      System.out.println("done");
    }
    pool.shutdown();
    pool.awaitTermination(20, TimeUnit.SECONDS);
    Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("sojourn"))
        .forEach(System.out::println);
  }

  private static final class Direct {
    @SuppressWarnings("UnusedVariable") // is to be written, not read
    private int handled;

    void handle() {
      Thread.yield();
      synchronized (this) {
        count();
      }
    }

    private synchronized void count() {
      handled++;
    }
  }

  private static final class Task implements Runnable {
    @Override
    public void run() {
      Thread.yield();
    }
  }
}
