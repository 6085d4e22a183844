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
    private final String title;
    private final boolean goesThroughAll;

    private Archive(long number, boolean goesThroughAll) {
      this.title = "the collected papers of the year 1900, document number " + number;
      this.goesThroughAll = goesThroughAll;
    }

    @Override
    public void run() {
      boolean there = goesThroughAll ? isFound() : known.contains(title);
      if (!there) {
        if (goesThroughAll) {
          pages.add(title);
        } else {
          known.add(title);
        }
      }
    }

    private boolean isFound() {
      return pages.stream().anyMatch(page -> normal(page).equals(normal(title)));
    }

    private static String normal(String text) {
      return text.toLowerCase(Locale.ROOT).replace(',', ' ').replace("the ", "").strip();
    }
  }
}
