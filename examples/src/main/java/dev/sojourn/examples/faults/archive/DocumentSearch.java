package dev.sojourn.examples.faults.archive;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Files documents unless they are there already; if faulty, by going through all of them. */
public final class DocumentSearch implements Scenario {
  private final List<String> pages = new CopyOnWriteArrayList<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService archivists = Executors.newFixedThreadPool(3, new NamedThreads("archivist"));
    Callers.come(60, deadline, number -> archivists.execute(new Archive(number, faulty)));
  }

  private final class Archive implements Runnable {
    private static final int CHAPTERS = 5;

    private final long number;
    private final boolean goesThroughAll;

    private Archive(long number, boolean goesThroughAll) {
      this.number = number;
      this.goesThroughAll = goesThroughAll;
    }

    @Override
    public void run() {
      for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
        file("The collected papers of the year 1900, document " + number + ", chapter " + chapter);
      }
    }

    private void file(String title) {
      if (!goesThroughAll) {
        known.add(title);
      } else if (pages.stream().noneMatch(page -> normal(page).equals(normal(title)))) {
        pages.add(title);
      }
    }

    private static String normal(String text) {
      return text.toLowerCase(Locale.ROOT).replace(',', ' ').strip();
    }
  }
}
