package dev.sojourn.examples.faults.search;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Cuts snippets from many documents; if faulty, a monitor collects garbage by hand all the time.
 */
public final class Snippets implements Scenario {
  private final List<String[]> documents = new ArrayList<>();

  @SuppressWarnings("UnusedVariable")
  private volatile String latest = "";

  @Override
  public void run(boolean faulty, Deadline deadline) {
    for (int number = 0; number < 1_500; number++) {
      String[] words = new String[400];
      for (int word = 0; word < words.length; word++) {
        words[word] = "word" + word + "of" + number;
      }
      documents.add(words);
    }
    ExecutorService cutters = Executors.newFixedThreadPool(3, new NamedThreads("cutter"));
    if (faulty) {
      new NamedThreads("memory-monitor").newThread(() -> collect(deadline)).start();
    }
    Callers.come(80, deadline, number -> cutters.execute(new Cut((int) (number % 1_500))));
  }

  private final class Cut implements Runnable {
    private final int document;

    private Cut(int document) {
      this.document = document;
    }

    @Override
    public void run() {
      latest = String.join(" ", documents.get(document));
    }
  }

  @SuppressWarnings("SystemGc")
  private static void collect(Deadline deadline) {
    try {
      while (!deadline.passed()) {
        System.gc();
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
