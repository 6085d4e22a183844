package dev.sojourn.examples.faults.newsroom;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Articles go through editing, typesetting, proofreading; if faulty, one setter sets them all. */
public final class Typesetting implements Scenario {
  private final ExecutorService editors = pool(4, "editor");
  private final ExecutorService readers = pool(4, "proofreader");

  @Override
  public void run(boolean faulty, Deadline deadline) {
    ExecutorService setters = pool(faulty ? 1 : 4, "setter");
    Callers.come(
        50,
        deadline,
        number -> {
          CompletableFuture<?> unused =
              CompletableFuture.runAsync(() -> edit(), editors)
                  .thenRunAsync(() -> set(), setters)
                  .thenRunAsync(() -> proofread(), readers);
        });
  }

  private static ExecutorService pool(int threads, String name) {
    return Executors.newFixedThreadPool(threads, new NamedThreads(name));
  }

  private static void edit() {
    work(10);
  }

  private static void set() {
    work(19);
  }

  private static void proofread() {
    work(8);
  }

  private static void work(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
