package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/** What was allocated where, and by whom. */
public record AllocationKey(String className, Actor actor, Site site)
    implements Comparable<AllocationKey> {
  private static final Comparator<AllocationKey> ORDER =
      Comparator.comparing(AllocationKey::className)
          .thenComparing(AllocationKey::actor)
          .thenComparing(AllocationKey::site);

  @Override
  public int compareTo(AllocationKey other) {
    return ORDER.compare(this, other);
  }
}
