package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Threads that wait for one another for ever.
 *
 * @param sinceEpochNanos when each deadlock was first seen
 * @param dumps the thread dumps that were looked through; without one there may be deadlocks that
 *     nobody saw
 */
public record Deadlocks(Map<Deadlock, Long> sinceEpochNanos, long dumps)
    implements Part<Deadlocks> {
  /** Nothing. */
  public static final Deadlocks EMPTY = new Deadlocks(Map.of(), 0);

  @Override
  public Deadlocks plus(Deadlocks other) {
    return new Deadlocks(
        Sums.merge(sinceEpochNanos, other.sinceEpochNanos, Math::min), dumps + other.dumps);
  }
}
