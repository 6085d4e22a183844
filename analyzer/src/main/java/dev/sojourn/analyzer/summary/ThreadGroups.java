package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * Threads, grouped by names that differ in numbers only.
 *
 * @param byName the groups by name, with {@code *} in place of the numbers
 */
public record ThreadGroups(Map<String, ThreadGroup> byName) implements Part<ThreadGroups> {
  /** Nothing. */
  public static final ThreadGroups EMPTY = new ThreadGroups(Map.of());

  @Override
  public ThreadGroups plus(ThreadGroups other) {
    return new ThreadGroups(Sums.ofParts(byName, other.byName));
  }
}
