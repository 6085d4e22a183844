package dev.sojourn.agent.bootstrap.job;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When tasks were handed to their executors, by a key that is no reference: an identity hash code
 * or a thread's id. A key has a few places; where all are taken, the oldest submission there loses
 * its own and has no known waiting time. Nothing is retained and nothing is allocated. Lock-free.
 */
final class SubmissionTable {
  private static final int SLOTS = 1 << 15;
  private static final int PLACES = 8;
  private static final int KEY_BITS = 16;
  private static final long KEY_MASK = (1L << KEY_BITS) - 1;

  // A slot is one long: the upper 48 bits of it are the time in units of 256 ns, the lower the
  // key's.
  private final AtomicLongArray slots = new AtomicLongArray(SLOTS);
  private final long epochNanos;

  SubmissionTable(long epochNanos) {
    this.epochNanos = epochNanos;
  }

  void put(int key, long nowNanos) {
    long entry = ((((nowNanos - epochNanos) >>> 8) + 1) << KEY_BITS) | tag(key);
    int oldest = slot(key, 0);
    for (int i = 0; i < PLACES; i++) {
      int slot = slot(key, i);
      long stored = slots.get(slot);
      if (stored == 0 && slots.compareAndSet(slot, 0, entry)) {
        return;
      }
      if (slots.get(oldest) >>> KEY_BITS > stored >>> KEY_BITS) {
        oldest = slot;
      }
    }
    slots.set(oldest, entry);
  }

  /** Takes a submission's time out; {@code unknown} if it is not there. */
  long take(int key, long unknown) {
    long tag = tag(key);
    for (int i = 0; i < PLACES; i++) {
      int slot = slot(key, i);
      long stored = slots.get(slot);
      if (stored != 0 && (stored & KEY_MASK) == tag && slots.compareAndSet(slot, stored, 0)) {
        return (((stored >>> KEY_BITS) - 1) << 8) + epochNanos;
      }
    }
    return unknown;
  }

  /** Forgets a submission that will not run. */
  void remove(int key) {
    take(key, 0);
  }

  private static int slot(int key, int place) {
    return spread(key) + place & (SLOTS - 1);
  }

  private static long tag(int key) {
    return spread(key) >>> 15 & KEY_MASK;
  }

  private static int spread(int key) {
    return key * 0x9E3779B1;
  }
}
