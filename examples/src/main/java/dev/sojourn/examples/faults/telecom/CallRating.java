package dev.sojourn.examples.faults.telecom;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Rates phone calls with one tariff; if faulty, its reload keeps the monitor for long. */
public final class CallRating implements Scenario {
  private final Tariff tariff = new Tariff();

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService raters = Executors.newFixedThreadPool(4, new NamedThreads("rater"));
    new NamedThreads("tariff-loader").newThread(() -> reload(faulty, deadline)).start();
    Callers.come(
        200,
        deadline,
        number ->
            raters.submit(
                () -> {
                  return rate(number);
                }));
  }

  private long rate(long number) {
    return tariff.cents(60 + number % 600);
  }

  private void reload(boolean faulty, Deadline deadline) {
    try {
      while (!deadline.passed()) {
        if (faulty) {
          tariff.reload();
        } else {
          tariff.set(Tariff.fetch());
        }
        Thread.sleep(600);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Tariff {
    private long centsPerMinute = 7;

    synchronized long cents(long seconds) {
      return (seconds * centsPerMinute + 59) / 60;
    }

    synchronized void reload() throws InterruptedException {
      centsPerMinute = fetch();
    }

    synchronized void set(long fresh) {
      centsPerMinute = fresh;
    }

    static long fetch() throws InterruptedException {
      Thread.sleep(150);
      return 7;
    }
  }
}
