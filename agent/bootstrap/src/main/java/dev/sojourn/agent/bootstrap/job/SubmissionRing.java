package dev.sojourn.agent.bootstrap.job;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When tasks that are one and the same object were handed to their executor: the first to start is
 * the first that was submitted. Submissions beyond the capacity are forgotten, but still counted,
 * so that the others stay with their starts. Wait-free.
 */
final class SubmissionRing {
  private static final int SLOTS = 4096;
  private final AtomicLongArray times = new AtomicLongArray(SLOTS);
  private final AtomicLong submitted = new AtomicLong();
  private final AtomicLong started = new AtomicLong();

  void put(long nowNanos) {
    long place = submitted.getAndIncrement();
    if (place - started.get() < SLOTS) {
      times.setRelease(slot(place), nowNanos == 0 ? 1 : nowNanos);
    }
  }

  long take(long unknown) {
    if (started.get() >= submitted.get()) {
      return unknown;
    }
    long time = times.getAndSet(slot(started.getAndIncrement()), 0);
    return time == 0 ? unknown : time;
  }

  /** Forgets the youngest submission: its task will not run. */
  void removeLast() {
    submitted.decrementAndGet();
  }

  /** Starts anew: nothing is queued, so whatever seems to be was removed from the queue. */
  void clear() {
    started.set(submitted.get());
  }

  private static int slot(long place) {
    return (int) place & (SLOTS - 1);
  }
}
