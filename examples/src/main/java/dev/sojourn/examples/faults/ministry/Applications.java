package dev.sojourn.examples.faults.ministry;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Quick stamps and slow reviews; if faulty, both share three officials, else reviews have their
 * own.
 */
public final class Applications implements Scenario {
  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService officials = Executors.newFixedThreadPool(3, new NamedThreads("official"));
    ExecutorService reviewers =
        faulty ? officials : Executors.newFixedThreadPool(6, new NamedThreads("reviewer"));
    Callers.come(
        80,
        deadline,
        number -> {
          if (number % 20 == 3) {
            reviewers.execute(new Review());
          } else {
            officials.execute(new Stamp());
          }
        });
  }

  private static final class Stamp implements Runnable {
    @Override
    public void run() {
      work(2);
    }
  }

  private static final class Review implements Runnable {
    @Override
    public void run() {
      work(600);
    }
  }

  private static void work(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
