package dev.sojourn.examples.faults.cinema;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Healthy: tickets are asked for in bursts, and each burst is served in a twentieth of a second.
 */
public final class Premiere implements Scenario {
  private static final int BURST = 40;

  @Override
  public void run(boolean trap, Deadline deadline) {
    ExecutorService tills = Executors.newFixedThreadPool(8, new NamedThreads("till"));
    int burst = trap ? BURST : 1;
    Callers.come(
        40.0 / burst,
        deadline,
        number -> {
          for (int guest = 0; guest < burst; guest++) {
            tills.execute(new Sell());
          }
        });
  }

  private static final class Sell implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(8);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
