package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * When threads had something to do, and when they waited for work: what there is to say of pools
 * that nobody sampled.
 *
 * @param byName groups by their names, with {@code *} in place of the last number
 */
public record Workers(Map<String, WorkerGroup> byName) implements Part<Workers> {
  /** Nothing. */
  public static final Workers EMPTY = new Workers(Map.of());

  @Override
  public Workers plus(Workers other) {
    return new Workers(Sums.ofParts(byName, other.byName));
  }
}
