package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * Objects that stay alive.
 *
 * @param className their class
 * @param actor who allocated them
 * @param site where they were allocated
 * @param rootPath from the root to the object; empty where it is not known
 */
public record OldObjectKey(String className, Actor actor, Site site, String rootPath)
    implements Comparable<OldObjectKey> {
  private static final Comparator<OldObjectKey> ORDER =
      Comparator.comparing(OldObjectKey::className)
          .thenComparing(OldObjectKey::actor)
          .thenComparing(OldObjectKey::site)
          .thenComparing(OldObjectKey::rootPath);

  @Override
  public int compareTo(OldObjectKey other) {
    return ORDER.compare(this, other);
  }
}
