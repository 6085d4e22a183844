package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * Which lock: all locks of one name count together.
 *
 * @param name class and field, or the site, such as {@code com.acme.Stock#lock}; for a monitor the
 *     class of its object
 * @param className class of the lock, such as {@code java.util.concurrent.locks.ReentrantLock}
 * @param family what kind of waiting it is
 */
public record LockKey(String name, String className, Family family) implements Comparable<LockKey> {
  private static final Comparator<LockKey> ORDER =
      Comparator.comparing(LockKey::name)
          .thenComparing(LockKey::className)
          .thenComparing(LockKey::family);

  /** Modes of acquiring that exclude one another. */
  public enum Family {
    /** Exclusive, read and write locks. */
    LOCK,
    /** {@code synchronized}. */
    MONITOR,
    /** Permits of a semaphore. */
    SEMAPHORE,
    /** A latch or the like. */
    LATCH,
    /** A condition: waited, not blocked. */
    CONDITION,
    /** {@code Object.wait}: waited for whoever notifies, as locks that people write do. */
    WAIT_SET;

    /** Whether who waits is blocked by somebody who has what it wants, by its very nature. */
    public boolean blocks() {
      return this == LOCK || this == MONITOR || this == SEMAPHORE;
    }

    /** Whether it is waited for, by design, until another thread says so. */
    public boolean isNotified() {
      return this == CONDITION || this == WAIT_SET;
    }
  }

  // Asked for each wait, and a record's own go through method handles, see ReadyShare.
  @Override
  public boolean equals(Object other) {
    return other instanceof LockKey key
        && family == key.family
        && name.equals(key.name)
        && className.equals(key.className);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + className.hashCode();
  }

  @Override
  public int compareTo(LockKey other) {
    return ORDER.compare(this, other);
  }
}
