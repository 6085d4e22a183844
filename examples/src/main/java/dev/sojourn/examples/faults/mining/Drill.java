package dev.sojourn.examples.faults.mining;

import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A drill logs core by core, the next as soon as the last is done; if faulty, each keeps and sorts
 * all that there ever were.
 */
public final class Drill implements Scenario {
  private static final int SAMPLES = 300;

  private final ExecutorService crew = Executors.newFixedThreadPool(1, new NamedThreads("drill"));
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Double> cores = new ArrayList<>();

  @Override
  public void run(boolean faulty, Deadline deadline) throws InterruptedException {
    crew.execute(new LogCore(1, faulty, deadline));
    ended.await();
  }

  private final class LogCore implements Runnable {
    private final int number;
    private final boolean sortsAll;
    private final Deadline deadline;

    private LogCore(int number, boolean sortsAll, Deadline deadline) {
      this.number = number;
      this.sortsAll = sortsAll;
      this.deadline = deadline;
    }

    @Override
    public void run() {
      for (int sample = 0; sample < SAMPLES; sample++) {
        cores.add(Math.sin(number * 977.0 + sample));
      }
      if (!sortsAll) {
        cores.subList(0, cores.size() - SAMPLES).clear();
      }
      List<Double> sorted = new ArrayList<>(cores);
      Collections.sort(sorted);
      if (deadline.passed()) {
        ended.countDown();
        return;
      }
      pause();
      crew.execute(new LogCore(number + 1, sortsAll, deadline));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(4);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
