package dev.sojourn.examples.faults;

import java.util.concurrent.TimeUnit;

/** When a service stops. Thread-safe. */
public final class Deadline {
  private final long startNanos = System.nanoTime();
  private final long durationNanos;

  public Deadline(int seconds) {
    this.durationNanos = TimeUnit.SECONDS.toNanos(seconds);
  }

  public boolean passed() {
    return remainingNanos() <= 0;
  }

  /** How much of the time has gone, from 0 to 1. */
  public double elapsedRatio() {
    return Math.min(1, (double) (System.nanoTime() - startNanos) / durationNanos);
  }

  long remainingNanos() {
    return durationNanos - (System.nanoTime() - startNanos);
  }

  /** Lets the time go by. */
  public void await() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(remainingNanos());
  }
}
