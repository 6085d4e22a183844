package dev.sojourn.examples.faults.depot;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Healthy: counts parcels under a lock that is taken very often and never for long. */
public final class ParcelCounter implements Scenario {
  private final ReentrantLock lock = new ReentrantLock();

  @SuppressWarnings("UnusedVariable")
  private long parcels;

  @Override
  public void run(boolean trap, Deadline deadline) {
    ExecutorService gates = Executors.newFixedThreadPool(3, new NamedThreads("gate"));
    int acquires = trap ? 20_000 : 20;
    Callers.come(60, deadline, number -> gates.execute(new CountParcels(acquires)));
  }

  private final class CountParcels implements Runnable {
    private final int acquires;

    private CountParcels(int acquires) {
      this.acquires = acquires;
    }

    @Override
    public void run() {
      for (int parcel = 0; parcel < acquires; parcel++) {
        lock.lock();
        try {
          parcels++;
        } finally {
          lock.unlock();
        }
      }
    }
  }
}
