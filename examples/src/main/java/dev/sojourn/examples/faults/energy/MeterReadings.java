package dev.sojourn.examples.faults.energy;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Books meter readings; if faulty, one early flood leaves a backlog that is never worked off. */
public final class MeterReadings implements Scenario {
  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService bookers = Executors.newFixedThreadPool(4, new NamedThreads("booker"));
    int[] flooded = {0};
    Callers.come(
        80,
        deadline,
        number -> {
          bookers.execute(new BookReading());
          if (faulty && flooded[0] == 0 && deadline.elapsedRatio() > 0.3) {
            flooded[0] = 1;
            for (int reading = 0; reading < 700; reading++) {
              bookers.execute(new BookReading());
            }
          }
        });
  }

  private static final class BookReading implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(30);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
