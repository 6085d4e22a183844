package dev.sojourn.analyzer.summary;

import java.util.Set;

/**
 * The deadlocks that the JVM itself found.
 *
 * @param seen each of them once, however often it was seen
 */
public record Deadlocks(Set<Deadlock> seen) implements Part<Deadlocks> {
  /** None. */
  public static final Deadlocks EMPTY = new Deadlocks(Set.of());

  @Override
  public Deadlocks plus(Deadlocks other) {
    return new Deadlocks(Sums.ofSets(seen, other.seen));
  }
}
