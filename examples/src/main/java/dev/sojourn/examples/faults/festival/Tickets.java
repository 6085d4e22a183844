package dev.sojourn.examples.faults.festival;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sells tickets from a bounded queue; if faulty, more come than it can serve, and are turned away.
 */
public final class Tickets implements Scenario {
  private final AtomicLong turnedAway = new AtomicLong();

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService counters =
        new ThreadPoolExecutor(
            4, 4, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(40), new NamedThreads("counter"));
    Callers.come(
        faulty ? 260 : 70,
        deadline,
        number -> {
          try {
            counters.execute(new SellTicket());
          } catch (RejectedExecutionException e) {
            turnedAway.incrementAndGet();
          }
        });
  }

  private static final class SellTicket implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(24);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
