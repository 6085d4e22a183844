package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/** A kind of garbage collection: its name, such as {@code G1New}, and its cause. */
public record CollectionKey(String name, String cause) implements Comparable<CollectionKey> {
  private static final Comparator<CollectionKey> ORDER =
      Comparator.comparing(CollectionKey::name).thenComparing(CollectionKey::cause);

  @Override
  public int compareTo(CollectionKey other) {
    return ORDER.compare(this, other);
  }
}
