package dev.sojourn.examples.faults.kitchen;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A menu waits for its courses; if faulty, courses need the very threads that the menus occupy. */
public final class Menus implements Scenario {
  private ExecutorService cooks;

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService waiters = Executors.newFixedThreadPool(6, new NamedThreads("waiter"));
    cooks = faulty ? waiters : Executors.newFixedThreadPool(6, new NamedThreads("cook"));
    Callers.come(38, deadline, number -> waiters.execute(new ServeMenu()));
  }

  private final class ServeMenu implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(60);
        Future<?> soup = cooks.submit(new Cook());
        Future<?> fish = cooks.submit(new Cook());
        soup.get();
        fish.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Cook implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
