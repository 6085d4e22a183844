package dev.sojourn.examples.faults.news;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves articles from a cache that warms up; if faulty, it has no limit, and each user's copy is
 * new.
 */
public final class ArticleCache implements Scenario {
  @Override
  public void run(boolean faulty, Deadline deadline) {
    int kept = faulty ? Integer.MAX_VALUE : 300;
    Map<Long, int[]> cache =
        Collections.synchronizedMap(
            new LinkedHashMap<>() {
              @Override
              protected boolean removeEldestEntry(Map.Entry<Long, int[]> eldest) {
                return size() > kept;
              }
            });
    ExecutorService readers = Executors.newFixedThreadPool(3, new NamedThreads("reader"));
    Callers.come(100, deadline, number -> readers.execute(new Read(cache, number)));
  }

  private record Read(Map<Long, int[]> cache, long user) implements Runnable {
    @Override
    public void run() {
      int[] page = cache.computeIfAbsent(user, unused -> new int[12_000]);
      for (int line = 0; line < 10; line++) {
        page[line] = new int[8_000].length + line;
      }
    }
  }
}
