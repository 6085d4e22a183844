package dev.sojourn.examples.faults.weather;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Readings of weather stations; if faulty, forecasts read them for so long that none can be stored.
 */
public final class StationReadings implements Scenario {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Deque<Double> readings = new ArrayDeque<>();
  private volatile double hottest;

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService receivers = Executors.newFixedThreadPool(4, new NamedThreads("receiver"));
    for (int model = 0; model < 2; model++) {
      new NamedThreads("model-" + model).newThread(() -> forecast(faulty, deadline)).start();
    }
    Callers.come(60, deadline, number -> receivers.execute(new Store(number % 40)));
  }

  private final class Store implements Runnable {
    private final double celsius;

    private Store(double celsius) {
      this.celsius = celsius;
    }

    @Override
    public void run() {
      lock.writeLock().lock();
      try {
        readings.add(celsius);
        if (readings.size() > 2_000) {
          readings.remove();
        }
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  private void forecast(boolean faulty, Deadline deadline) {
    try {
      while (!deadline.passed()) {
        integrate(faulty ? 120 : 0);
        Thread.sleep(faulty ? 60 : 180);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void integrate(int millis) throws InterruptedException {
    lock.readLock().lock();
    try {
      hottest = readings.stream().mapToDouble(d -> d).max().orElse(hottest);
      Thread.sleep(millis);
    } finally {
      lock.readLock().unlock();
    }
  }
}
