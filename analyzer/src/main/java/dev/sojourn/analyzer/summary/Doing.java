package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * What a thread did.
 *
 * @param component the component that the time belongs to
 * @param what the endpoint, the file, the lock's name or the method; empty where it is not known
 */
public record Doing(Component component, String what) implements Comparable<Doing> {
  private static final Comparator<Doing> ORDER =
      Comparator.comparing(Doing::component).thenComparing(Doing::what);

  @Override
  public int compareTo(Doing other) {
    return ORDER.compare(this, other);
  }
}
