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
  private final AtomicLongArray stamps = new AtomicLongArray(SLOTS);
  private final AtomicLong submitted = new AtomicLong();
  private final AtomicLong started = new AtomicLong();

  /** A submission, {@link Stamp#NONE} for one whose time was not read. */
  void put(long stamp) {
    long place = submitted.getAndIncrement();
    if (place - started.get() < SLOTS) {
      stamps.setRelease(slot(place), stamp);
    }
  }

  /** The stamp of the first submission that has not started; {@link Stamp#NONE} if unknown. */
  long take() {
    if (started.get() >= submitted.get()) {
      return Stamp.NONE;
    }
    int slot = slot(started.getAndIncrement());
    return stamps.get(slot) == Stamp.NONE ? Stamp.NONE : stamps.getAndSet(slot, Stamp.NONE);
  }

  /** Forgets the youngest submission: its task will not run. */
  void removeLast() {
    submitted.decrementAndGet();
  }

  private static int slot(long place) {
    return (int) place & (SLOTS - 1);
  }
}
