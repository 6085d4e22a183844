package dev.sojourn.examples.faults.dentist;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Confirms appointments in a pool of one to twelve threads. If faulty, its queue has no bound, so
 * that it never grows beyond its one core thread.
 */
public final class Appointments implements Scenario {
  @Override
  public void run(boolean faulty, Deadline deadline) {
    ThreadPoolExecutor desk =
        new ThreadPoolExecutor(
            1,
            12,
            1,
            TimeUnit.MINUTES,
            faulty ? new LinkedBlockingQueue<>() : new SynchronousQueue<>(),
            new NamedThreads("reception"),
            new ThreadPoolExecutor.CallerRunsPolicy());
    Callers.come(42, deadline, number -> desk.execute(new Confirm()));
  }

  private static final class Confirm implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
