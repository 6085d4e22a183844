package dev.sojourn.examples.faults.bank;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Money transfers; statements are printed from the ledger, if faulty while nobody else may use it.
 */
public final class StatementPrinting implements Scenario {
  private final Ledger ledger = new Ledger();

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService tellers = Executors.newFixedThreadPool(6, new NamedThreads("teller"));
    ScheduledExecutorService back =
        Executors.newScheduledThreadPool(1, new NamedThreads("back-office"));
    var unused = back.scheduleWithFixedDelay(new PrintStatement(faulty), 1, 1, TimeUnit.SECONDS);
    Callers.come(150, deadline, number -> tellers.execute(new Transfer(number)));
  }

  private final class Transfer implements Runnable {
    private final long number;

    private Transfer(long number) {
      this.number = number;
    }

    @Override
    public void run() {
      ledger.move("account-" + number % 50, "account-" + number % 47, number % 100);
    }
  }

  private final class PrintStatement implements Runnable {
    private final boolean insideLock;

    private PrintStatement(boolean insideLock) {
      this.insideLock = insideLock;
    }

    @Override
    public void run() {
      try {
        if (insideLock) {
          ledger.printAll();
        } else {
          Ledger.print(ledger.copy());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class Ledger {
    private static final int PRINTER_MILLIS = 6;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> balances = new HashMap<>();

    void move(String from, String to, long amount) {
      lock.lock();
      try {
        balances.merge(from, -amount, Long::sum);
        balances.merge(to, amount, Long::sum);
      } finally {
        lock.unlock();
      }
    }

    Map<String, Long> copy() {
      lock.lock();
      try {
        return new HashMap<>(balances);
      } finally {
        lock.unlock();
      }
    }

    void printAll() throws InterruptedException {
      lock.lock();
      try {
        print(balances);
      } finally {
        lock.unlock();
      }
    }

    static void print(Map<String, Long> balances) throws InterruptedException {
      for (String account : balances.keySet()) {
        Thread.sleep(account.isEmpty() ? 0 : PRINTER_MILLIS);
      }
    }
  }
}
