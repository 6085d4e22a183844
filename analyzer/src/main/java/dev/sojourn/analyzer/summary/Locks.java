package dev.sojourn.analyzer.summary;

import java.util.HashMap;
import java.util.Map;

/**
 * The locks that somebody waited for.
 *
 * @param byKey statistics by lock
 */
public record Locks(Map<LockKey, LockStatistics> byKey) implements Part<Locks> {
  /** Nothing. */
  public static final Locks EMPTY = new Locks(Map.of());

  /** The same with the better account of each only. */
  Locks settled() {
    Map<LockKey, LockStatistics> settled = new HashMap<>();
    byKey.forEach((key, lock) -> settled.put(key, lock.settled()));
    return new Locks(Sums.sorted(settled));
  }

  @Override
  public Locks plus(Locks other) {
    return new Locks(Sums.ofParts(byKey, other.byKey));
  }
}
