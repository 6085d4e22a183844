package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * Who held a lock.
 *
 * @param method class and method, as in {@link Site#method()}; empty where it is not known
 * @param line its line; -1 where it is not known
 * @param actor the job, or the threads, that held it
 * @param thread name of the thread
 */
public record LockOwner(String method, int line, Actor actor, String thread)
    implements Comparable<LockOwner> {
  private static final Comparator<LockOwner> ORDER =
      Comparator.comparing(LockOwner::method)
          .thenComparingInt(LockOwner::line)
          .thenComparing(LockOwner::actor)
          .thenComparing(LockOwner::thread);

  /** Whether it is known where it held the lock. */
  boolean isPlaced() {
    return !method.isEmpty();
  }

  /** The same, where another held it. */
  LockOwner at(LockOwner other) {
    return new LockOwner(other.method, other.line, actor, thread);
  }

  @Override
  public int compareTo(LockOwner other) {
    return ORDER.compare(this, other);
  }
}
