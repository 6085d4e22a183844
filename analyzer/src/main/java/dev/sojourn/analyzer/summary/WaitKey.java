package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * A place where threads stood still for something that is no lock.
 *
 * @param component {@link Component#PARKED}, {@link Component#WAITED} or {@link Component#SLEPT}
 * @param actor who
 * @param site where
 * @param className class of what was waited for; empty where it is not known
 */
public record WaitKey(Component component, Actor actor, Site site, String className)
    implements Comparable<WaitKey> {
  private static final Comparator<WaitKey> ORDER =
      Comparator.comparing(WaitKey::component)
          .thenComparing(WaitKey::actor)
          .thenComparing(WaitKey::site)
          .thenComparing(WaitKey::className);

  @Override
  public int compareTo(WaitKey other) {
    return ORDER.compare(this, other);
  }
}
