package dev.sojourn.examples.faults.sensors;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Stores sensor readings; if faulty, more arrive than the writers can store, for ever. */
public final class Ingest implements Scenario {
  private final BlockingQueue<Runnable> backlog = new LinkedBlockingQueue<>();

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService writers =
        new ThreadPoolExecutor(4, 4, 1, TimeUnit.MINUTES, backlog, new NamedThreads("writer"));
    Callers.come(faulty ? 160 : 60, deadline, number -> writers.execute(new StoreReading()));
  }

  private static final class StoreReading implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(33);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
