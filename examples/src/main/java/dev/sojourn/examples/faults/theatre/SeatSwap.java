package dev.sojourn.examples.faults.theatre;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Swaps theatre seats; if faulty, two rows may be locked in opposite order, and block for ever. */
public final class SeatSwap implements Scenario {
  private static final int ROWS = 4;

  private final List<ReentrantLock> rows = new ArrayList<>();

  public SeatSwap() {
    for (int row = 0; row < ROWS; row++) {
      rows.add(new ReentrantLock());
    }
  }

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService office = Executors.newFixedThreadPool(8, new NamedThreads("box-office"));
    Callers.come(
        80,
        deadline,
        number -> {
          int from = (int) (number % ROWS);
          int to = from ^ 1;
          boolean inOrder = !faulty || number < 300;
          office.execute(
              new Swap(
                  rows.get(inOrder ? Math.min(from, to) : from),
                  rows.get(inOrder ? Math.max(from, to) : to)));
        });
  }

  private record Swap(ReentrantLock from, ReentrantLock to) implements Runnable {
    @Override
    public void run() {
      from.lock();
      try {
        Thread.sleep(1);
        to.lock();
        try {
          Thread.sleep(1);
        } finally {
          to.unlock();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        from.unlock();
      }
    }
  }
}
