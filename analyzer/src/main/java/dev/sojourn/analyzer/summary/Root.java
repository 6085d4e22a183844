package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * The end of a chain of waits: whoever held a lock was blocked by another lock in its turn, and so
 * on, until somebody did something else.
 *
 * @param lock the lock that it held
 * @param holder who held that lock
 * @param doing what it did meanwhile
 */
public record Root(LockKey lock, LockOwner holder, Doing doing) implements Comparable<Root> {
  private static final Comparator<Root> ORDER =
      Comparator.comparing(Root::lock).thenComparing(Root::holder).thenComparing(Root::doing);

  @Override
  public int compareTo(Root other) {
    return ORDER.compare(this, other);
  }
}
