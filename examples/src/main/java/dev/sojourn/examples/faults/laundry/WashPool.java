package dev.sojourn.examples.faults.laundry;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Washes loads; if faulty, two machines for what keeps more than two busy. */
public final class WashPool implements Scenario {
  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService machines =
        Executors.newFixedThreadPool(faulty ? 2 : 8, new NamedThreads("machine"));
    Callers.come(62, deadline, number -> machines.execute(new Wash()));
  }

  private static final class Wash implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(32);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
