package dev.sojourn.agent.bootstrap.job;

import dev.sojourn.agent.bootstrap.OutOfLine;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When tasks were handed to their executors, by a key that is no reference: an identity hash code
 * or a thread's id. A key has a few places; where all are taken, the oldest submission there loses
 * its own and has no known waiting time. Nothing is retained and nothing is allocated. Lock-free.
 */
final class SubmissionTable {
  private static final int SLOTS = 1 << 15;
  private static final int PLACES = 8;
  private static final int KEY_BITS = Long.SIZE - Stamp.BITS;
  private static final long KEY_MASK = (1L << KEY_BITS) - 1;

  // A slot is one long: the stamp above, so that the older of two is the smaller, and the key's
  // tag below it.
  private final AtomicLongArray slots = new AtomicLongArray(SLOTS);

  /**
   * Puts a submission in.
   *
   * @return whether another of the same key is there: one object, it seems, submitted twice
   */
  @OutOfLine
  boolean put(int key, long stamp) {
    long entry = (stamp << KEY_BITS) | tag(key);
    boolean known = false;
    int oldest = slot(key, 0);
    for (int i = 0; i < PLACES; i++) {
      int slot = slot(key, i);
      long stored = slots.get(slot);
      if (stored == 0 && slots.compareAndSet(slot, 0, entry)) {
        return known;
      }
      known |= (stored & KEY_MASK) == tag(key);
      if (isOlder(stored, slots.get(oldest))) {
        oldest = slot;
      }
    }
    slots.set(oldest, entry);
    return known;
  }

  /** Takes a submission's stamp out; {@link Stamp#NONE} if it is not there. */
  long take(int key) {
    long tag = tag(key);
    for (int i = 0; i < PLACES; i++) {
      int slot = slot(key, i);
      long stored = slots.get(slot);
      if (stored != 0 && (stored & KEY_MASK) == tag && slots.compareAndSet(slot, stored, 0)) {
        return stored >>> KEY_BITS;
      }
    }
    return Stamp.NONE;
  }

  private static boolean isOlder(long one, long other) {
    return one >>> KEY_BITS < other >>> KEY_BITS;
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
