package dev.sojourn.examples.faults.airline;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.BitSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/** Shows free seats; if faulty, the fares are optimised while the seat map is write-locked. */
public final class SeatMap implements Scenario {
  private static final int SEATS = 300;

  private final StampedLock lock = new StampedLock();
  private final BitSet taken = new BitSet(SEATS);

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService web = Executors.newFixedThreadPool(6, new NamedThreads("web"));
    ScheduledExecutorService yield =
        Executors.newSingleThreadScheduledExecutor(new NamedThreads("yield"));
    Runnable optimise = faulty ? this::optimiseLocked : this::optimiseCopy;
    var unused = yield.scheduleAtFixedRate(optimise, 1_000, 800, TimeUnit.MILLISECONDS);
    Callers.come(150, deadline, number -> web.execute(new ShowSeats()));
  }

  private final class ShowSeats implements Runnable {
    @Override
    public void run() {
      long stamp = lock.readLock();
      try {
        taken.cardinality();
      } finally {
        lock.unlockRead(stamp);
      }
    }
  }

  private void optimiseLocked() {
    long stamp = lock.writeLock();
    try {
      optimise(taken);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  private void optimiseCopy() {
    long stamp = lock.readLock();
    BitSet copy;
    try {
      copy = (BitSet) taken.clone();
    } finally {
      lock.unlockRead(stamp);
    }
    optimise(copy);
  }

  private static void optimise(BitSet seats) {
    long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(170);
    for (int seat = 0; System.nanoTime() < endNanos; seat = (seat * 31 + 7) % SEATS) {
      seats.flip(seat);
    }
  }
}
