package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * The executors.
 *
 * @param byName statistics by the executor's name
 */
public record Executors(Map<String, ExecutorStatistics> byName) implements Part<Executors> {
  /** Nothing. */
  public static final Executors EMPTY = new Executors(Map.of());

  @Override
  public Executors plus(Executors other) {
    return new Executors(Sums.ofParts(byName, other.byName));
  }
}
