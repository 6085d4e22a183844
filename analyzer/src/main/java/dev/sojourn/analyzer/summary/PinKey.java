package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * A place where a virtual thread kept its carrier while it was parked.
 *
 * @param actor who
 * @param site where
 * @param reason why it was pinned; empty where it is not told
 * @param operation what it did; empty where it is not told
 */
public record PinKey(Actor actor, Site site, String reason, String operation)
    implements Comparable<PinKey> {
  private static final Comparator<PinKey> ORDER =
      Comparator.comparing(PinKey::actor)
          .thenComparing(PinKey::site)
          .thenComparing(PinKey::reason)
          .thenComparing(PinKey::operation);

  @Override
  public int compareTo(PinKey other) {
    return ORDER.compare(this, other);
  }
}
