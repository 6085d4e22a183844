package dev.sojourn.examples.faults.farm;

import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Checks valves every 50 ms; if faulty, the pump test runs on the same single scheduler thread. */
public final class Irrigation implements Scenario {
  private volatile int moisture;

  @Override
  public void run(boolean faulty, Deadline deadline) throws InterruptedException {
    ScheduledThreadPoolExecutor scheduler =
        new ScheduledThreadPoolExecutor(faulty ? 1 : 3, new NamedThreads("field"));
    var valves = scheduler.scheduleAtFixedRate(new CheckValve(), 50, 50, TimeUnit.MILLISECONDS);
    var pump = scheduler.scheduleAtFixedRate(new TestPump(), 1_000, 1_200, TimeUnit.MILLISECONDS);
    deadline.await();
    valves.cancel(false);
    pump.cancel(false);
  }

  private final class CheckValve implements Runnable {
    @Override
    public void run() {
      moisture = (moisture * 31 + 7) % 100;
    }
  }

  private static final class TestPump implements Runnable {
    @Override
    public void run() {
      try {
        Thread.sleep(400);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
