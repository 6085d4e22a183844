package dev.sojourn.examples.faults.bakery;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Bakes; if faulty, every batch is written into a logbook that one thread at a time may hold. */
public final class Logbook implements Scenario {
  @SuppressWarnings("UnusedVariable")
  private static long entries;

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService ovens = Executors.newWorkStealingPool(10);
    Callers.come(120, deadline, number -> ovens.execute(new Bake(faulty)));
  }

  private static synchronized void log(int millis) throws InterruptedException {
    entries++;
    Thread.sleep(millis);
  }

  private record Bake(boolean slowLog) implements Runnable {
    @Override
    public void run() {
      try {
        log(slowLog ? 5 : 0);
        Thread.sleep(4);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
