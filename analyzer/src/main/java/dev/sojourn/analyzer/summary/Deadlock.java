package dev.sojourn.analyzer.summary;

import java.util.Comparator;
import java.util.List;

/**
 * Threads that wait for each other for ever.
 *
 * @param threads their names
 * @param lockClasses classes of the locks that they wait for
 * @param places where each of them waits
 */
public record Deadlock(List<String> threads, List<String> lockClasses, List<Site> places)
    implements Comparable<Deadlock> {
  private static final Comparator<Deadlock> ORDER = Comparator.comparing(Deadlock::toString);

  /** Copies the lists. */
  public Deadlock {
    threads = List.copyOf(threads);
    lockClasses = List.copyOf(lockClasses);
    places = List.copyOf(places);
  }

  @Override
  public int compareTo(Deadlock other) {
    return ORDER.compare(this, other);
  }
}
