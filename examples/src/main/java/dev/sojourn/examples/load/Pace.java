package dev.sojourn.examples.load;

import java.util.concurrent.locks.LockSupport;

/** Time as the load generator sees it: a monotonic reading, and a way to let it pass. */
public interface Pace {
  /** A monotonic reading in nanoseconds. */
  long nanoTime();

  /**
   * Returns once {@link #nanoTime()} has reached {@code deadlineNanos}, or the thread is
   * interrupted.
   */
  void awaitNanoTime(long deadlineNanos);

  /** The JVM's own clock. */
  static Pace system() {
    return new Pace() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public void awaitNanoTime(long deadlineNanos) {
        long remaining = deadlineNanos - System.nanoTime();
        while (remaining > 0 && !Thread.currentThread().isInterrupted()) {
          LockSupport.parkNanos(remaining);
          remaining = deadlineNanos - System.nanoTime();
        }
      }
    };
  }
}
