package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * A kind of garbage collection: its name, such as {@code G1New}, and its cause. What the agent
 * asked for stands among the collections once more, as one kind.
 */
public record CollectionKey(String name, String cause) implements Comparable<CollectionKey> {
  /** What the agent asked for, whatever the JVM calls it. */
  public static final CollectionKey OF_AGENT = new CollectionKey("sojourn.Collection", "");

  private static final Comparator<CollectionKey> ORDER =
      Comparator.comparing(CollectionKey::name).thenComparing(CollectionKey::cause);

  @Override
  public int compareTo(CollectionKey other) {
    return ORDER.compare(this, other);
  }
}
