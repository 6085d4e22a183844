package dev.sojourn.examples.faults.casino;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Books bets in one ledger; if faulty, each booking formats its receipt under the fair lock of all.
 */
public final class FairQueue implements Scenario {
  private final Lock ledger = new ReentrantLock(true);

  @SuppressWarnings("UnusedVariable")
  private long booked;

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService tables = Executors.newFixedThreadPool(12, new NamedThreads("table"));
    Callers.come(150, deadline, number -> tables.execute(new BookBet(faulty)));
  }

  private final class BookBet implements Runnable {
    private final boolean receiptInside;

    private BookBet(boolean receiptInside) {
      this.receiptInside = receiptInside;
    }

    @Override
    public void run() {
      try {
        ledger.lock();
        try {
          booked++;
          if (receiptInside) {
            printReceipt();
          }
        } finally {
          ledger.unlock();
        }
        if (!receiptInside) {
          printReceipt();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void printReceipt() throws InterruptedException {
      Thread.sleep(5);
    }
  }
}
