package dev.sojourn.agent.bootstrap.job;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When tasks were handed to their executors, by a key that is no reference: an identity hash code
 * or a thread's id. Direct-mapped and lossy: a younger submission takes an older one's place, which
 * then has no known waiting time. Nothing is retained and nothing is allocated. Wait-free.
 */
final class SubmissionTable {
  private static final int SLOTS = 1 << 15;
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
    long time = (nowNanos - epochNanos >>> 8) + 1;
    slots.setRelease(slot(key), time << KEY_BITS | tag(key));
  }

  /** Takes a submission's time out; {@code unknown} if it is not there. */
  long take(int key, long unknown) {
    int slot = slot(key);
    long stored = slots.getAcquire(slot);
    if (stored == 0 || (stored & KEY_MASK) != tag(key)) {
      return unknown;
    }
    slots.setRelease(slot, 0);
    return ((stored >>> KEY_BITS) - 1 << 8) + epochNanos;
  }

  /** Forgets a submission that will not run. */
  void remove(int key) {
    take(key, 0);
  }

  private static int slot(int key) {
    return spread(key) & (SLOTS - 1);
  }

  private static long tag(int key) {
    return spread(key) >>> 15 & KEY_MASK;
  }

  private static int spread(int key) {
    return key * 0x9E3779B1;
  }
}
