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
  /** What a path begins with where the root is on the stack of the thread that allocated it. */
  public static final String OWN_THREAD_ROOT = "its own thread: ";

  /** And where it is on that of a thread whose name follows; these words are JFR's. */
  static final String THREAD_ROOT = "Thread Name: ";

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
