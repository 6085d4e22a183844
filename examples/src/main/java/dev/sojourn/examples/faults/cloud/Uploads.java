package dev.sojourn.examples.faults.cloud;

import dev.sojourn.examples.faults.Callers;
import dev.sojourn.examples.faults.Deadline;
import dev.sojourn.examples.faults.NamedThreads;
import dev.sojourn.examples.faults.Scenario;
import dev.sojourn.examples.faults.VirtualThreads;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Uploads in virtual threads; if faulty, the quota is recounted under the lock that all uploads
 * take.
 */
public final class Uploads implements Scenario {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Long> bytesByUser = new HashMap<>();

  @Override
  public void run(boolean faulty, Deadline deadline) throws ReflectiveOperationException {
    ExecutorService uploads = VirtualThreads.perTask();
    new NamedThreads("quota").newThread(() -> recountForEver(faulty, deadline)).start();
    Callers.come(120, deadline, number -> uploads.execute(new Upload(number % 90)));
  }

  private final class Upload implements Runnable {
    private final long user;

    private Upload(long user) {
      this.user = user;
    }

    @Override
    public void run() {
      lock.lock();
      try {
        bytesByUser.merge(user, 1_000L, Long::sum);
      } finally {
        lock.unlock();
      }
    }
  }

  private void recountForEver(boolean faulty, Deadline deadline) {
    try {
      while (!deadline.passed()) {
        recount(faulty ? 160 : 0);
        Thread.sleep(700);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void recount(long millis) throws InterruptedException {
    lock.lock();
    try {
      bytesByUser.replaceAll((user, bytes) -> bytes / 2);
      Thread.sleep(millis);
    } finally {
      lock.unlock();
    }
  }
}
