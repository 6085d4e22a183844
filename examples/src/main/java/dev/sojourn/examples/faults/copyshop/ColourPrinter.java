package dev.sojourn.examples.faults.copyshop;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A copy shop with three colour printers; if faulty, posters take all of them for a while. */
public final class ColourPrinter implements Scenario {
  private static final int PRINTERS = 3;

  private final Semaphore printers = new Semaphore(PRINTERS);

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService clerks = Executors.newCachedThreadPool(new NamedThreads("clerk"));
    Callers.come(
        40,
        deadline,
        number -> {
          if (number % 40 == 7) {
            clerks.execute(new PrintPoster(faulty ? PRINTERS : 1));
          } else {
            clerks.execute(new CopyPage());
          }
        });
  }

  private final class CopyPage implements Runnable {
    @Override
    public void run() {
      use(1, 4);
    }
  }

  private final class PrintPoster implements Runnable {
    private final int wanted;

    private PrintPoster(int wanted) {
      this.wanted = wanted;
    }

    @Override
    public void run() {
      use(wanted, 300);
    }
  }

  private void use(int wanted, int millis) {
    try {
      printers.acquire(wanted);
      try {
        Thread.sleep(millis);
      } finally {
        printers.release(wanted);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
