package dev.sojourn.examples.faults.library;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Searches in a library's catalogue; if faulty, the index is rebuilt under the write lock. */
public final class CatalogueIndex implements Scenario {
  private static final int BOOKS = 60_000;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private Map<String, List<Integer>> index = build();

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService desks = Executors.newFixedThreadPool(5, new NamedThreads("desk"));
    Thread librarian = new NamedThreads("librarian").newThread(() -> reindex(faulty, deadline));
    librarian.start();
    Callers.come(120, deadline, number -> desks.execute(new Search("title " + number % 977)));
  }

  private final class Search implements Runnable {
    private final String title;

    @SuppressWarnings("UnusedVariable")
    private int found;

    private Search(String title) {
      this.title = title;
    }

    @Override
    public void run() {
      lock.readLock().lock();
      try {
        found += index.getOrDefault(title, List.of()).size();
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  private void reindex(boolean faulty, Deadline deadline) {
    while (!deadline.passed()) {
      if (faulty) {
        rebuildInPlace();
      } else {
        replace(build());
      }
      try {
        Thread.sleep(700);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void rebuildInPlace() {
    lock.writeLock().lock();
    try {
      index = build();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void replace(Map<String, List<Integer>> fresh) {
    lock.writeLock().lock();
    try {
      index = fresh;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static Map<String, List<Integer>> build() {
    Map<String, List<Integer>> fresh = new TreeMap<>();
    for (int book = 0; book < BOOKS; book++) {
      for (String word : ("title " + book % 977 + " shelf " + book % 31).split(" ")) {
        fresh.computeIfAbsent(word, unused -> new ArrayList<>()).add(book);
      }
    }
    return fresh;
  }
}
