package dev.sojourn.examples.faults.tax;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Computes taxes; if faulty, the first use of the tables loads them for seconds, and all wait. */
public final class FormTables implements Scenario {
  private static boolean slowly;

  @Override
  public void run(boolean faulty, Deadline deadline) {
    slowly = faulty;
    ExecutorService offices = Executors.newFixedThreadPool(6, new NamedThreads("tax-office"));
    Callers.come(40, deadline, number -> offices.execute(new ComputeTax(number)));
  }

  private static final class Tables {
    private static final double[] RATES = load();

    private Tables() {}

    private static double[] load() {
      try {
        Thread.sleep(slowly ? 3_500 : 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new double[] {.1, .2, .3};
    }
  }

  private record ComputeTax(long income) implements Runnable {
    @Override
    public void run() {
      if (Tables.RATES[(int) (income % 3)] * income < 0) {
        throw new IllegalStateException("a negative tax");
      }
    }
  }
}
