package dev.sojourn.examples.faults.ticker;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Healthy: makes much garbage that dies young, so that collections are frequent and short. */
public final class Quotes implements Scenario {
  @SuppressWarnings("UnusedVariable")
  private volatile int length;

  @Override
  public void run(boolean trap, Deadline deadline) {
    ExecutorService formatters = Executors.newFixedThreadPool(3, new NamedThreads("formatter"));
    Callers.come(100, deadline, number -> formatters.execute(new Format(trap ? 4_000 : 100)));
  }

  private final class Format implements Runnable {
    private final int quotes;

    private Format(int quotes) {
      this.quotes = quotes;
    }

    @Override
    public void run() {
      List<String> lines = new ArrayList<>();
      for (int quote = 0; quote < quotes; quote++) {
        lines.add("share " + quote + " at " + quote * 31 % 977);
      }
      length = lines.size();
    }
  }
}
