package dev.sojourn.examples.faults.auction;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/** Bidders watch an auction; if faulty, they stay registered after they left. */
public final class Watchers implements Scenario {
  private final List<LongConsumer> watchers = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService bidders = Executors.newFixedThreadPool(3, new NamedThreads("bidder"));
    Callers.come(90, deadline, number -> bidders.execute(new Visit(faulty)));
  }

  private final class Visit implements Runnable {
    private final boolean staysRegistered;

    private Visit(boolean staysRegistered) {
      this.staysRegistered = staysRegistered;
    }

    @Override
    public void run() {
      long[] seen = new long[6_000];
      LongConsumer watcher = price -> seen[(int) (price % seen.length)] = price;
      watchers.add(watcher);
      for (int page = 0; page < 20; page++) {
        watcher.accept(new long[3_000].length + page);
      }
      if (!staysRegistered) {
        watchers.remove(watcher);
      }
    }
  }
}
