package dev.sojourn.examples.faults.photo;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** Scales photos on the common pool; if faulty, uploads that only wait sit in it as well. */
public final class Thumbnails implements Scenario {
  @SuppressWarnings("UnusedVariable")
  private volatile int pixels;

  @Override
  public void run(boolean faulty, Deadline deadline) {
    Executor uploads =
        faulty
            ? ForkJoinPool.commonPool()
            : Executors.newCachedThreadPool(new NamedThreads("upload"));
    Callers.come(
        60,
        deadline,
        number -> {
          CompletableFuture<?> unused =
              number % 6 == 0
                  ? CompletableFuture.runAsync(() -> upload(), uploads)
                  : CompletableFuture.runAsync(() -> scale(number));
        });
  }

  private void scale(long seed) {
    int sum = 0;
    for (int pixel = 0; pixel < 200_000; pixel++) {
      sum += (int) (pixel * seed) >>> 3;
    }
    pixels = sum;
  }

  private static void upload() {
    try {
      Thread.sleep(180);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
