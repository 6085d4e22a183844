package dev.sojourn.examples.faults.parcel;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.Line;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Neighbour;
import dev.sojourn.examples.faults.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sorts parcels. If faulty, customs holds the gate's lock while it waits for an answer, manifests
 * hold the belt's lock while they wait for the gate, and the parcels wait for the belt.
 */
public final class SortingDepot implements Scenario {
  private final ReentrantLock gate = new ReentrantLock();
  private final ReentrantLock belt = new ReentrantLock();

  @Override
  public void run(boolean faulty, Deadline deadline) throws IOException {
    ExecutorService sorters = Executors.newFixedThreadPool(6, new NamedThreads("sorter"));
    ScheduledExecutorService office =
        Executors.newScheduledThreadPool(2, new NamedThreads("depot-office"));
    try (Neighbour customs =
            new Neighbour("customs", q -> Neighbour.after(faulty ? 260 : 3, "ok"));
        Line line = new Line(customs.port())) {
      var declared =
          office.scheduleAtFixedRate(() -> declare(line), 900, 900, TimeUnit.MILLISECONDS);
      var listed = office.scheduleAtFixedRate(this::writeManifest, 950, 300, TimeUnit.MILLISECONDS);
      Callers.come(100, deadline, number -> sorters.execute(new SortParcel()));
      declared.cancel(false);
      listed.cancel(false);
    }
  }

  private final class SortParcel implements Runnable {
    private int lane;

    @Override
    public void run() {
      belt.lock();
      try {
        lane = (lane + 1) % 8;
      } finally {
        belt.unlock();
      }
    }
  }

  @SuppressWarnings("LockNotBeforeTry")
  private void writeManifest() {
    belt.lock();
    try {
      gate.lock();
      gate.unlock();
    } finally {
      belt.unlock();
    }
  }

  private void declare(Line customs) {
    gate.lock();
    try {
      customs.ask("declare");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      gate.unlock();
    }
  }
}
