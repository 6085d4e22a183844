package dev.sojourn.examples.faults.harbour;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Healthy: ships take longer to moor at low tide, which comes and goes and is no drift. */
public final class Tides implements Scenario {
  private static final double TIDES = 4;

  @Override
  public void run(boolean trap, Deadline deadline) {
    ExecutorService piers = Executors.newFixedThreadPool(8, new NamedThreads("pier"));
    Callers.come(
        60,
        deadline,
        number -> {
          double level = Math.cos(2 * Math.PI * TIDES * deadline.elapsedRatio());
          piers.execute(new Moor(trap ? Math.round(14 + 6 * level) : 14));
        });
  }

  private record Moor(long millis) implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
