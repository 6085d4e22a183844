package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * The locks that somebody waited for.
 *
 * @param byKey statistics by lock
 */
public record Locks(Map<LockKey, LockStatistics> byKey) implements Part<Locks> {
  /** Nothing. */
  public static final Locks EMPTY = new Locks(Map.of());

  @Override
  public Locks plus(Locks other) {
    return new Locks(Sums.ofParts(byKey, other.byKey));
  }
}
