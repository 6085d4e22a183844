package dev.sojourn.analyzer.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or a request to terminate, as something that ends a wait: the process goes on until this
 * is closed, so that it can leave things as they were and tell what it knows.
 */
final class Interruption implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::hold, "sojourn-interruption");

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Waits so long; returns false at once when it is time to end. */
  boolean sleep(long millis) throws InterruptedException {
    return !asked.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Whether it is time to end. */
  boolean isAsked() {
    return asked.getCount() == 0;
  }

  private void hold() {
    asked.countDown();
    boolean waiting = true;
    while (waiting) {
      try {
        done.await();
        waiting = false;
      } catch (InterruptedException again) {
        // the process ends as soon as the command is done
      }
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      // then the hook runs, and has nothing to wait for any more
      return;
    }
  }
}
