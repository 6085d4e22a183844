package dev.sojourn.analyzer.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Threads each of which waits for a lock that the next one holds, the last for one of the first.
 *
 * @param circle the threads, beginning with the one whose name is first
 */
public record Deadlock(List<Party> circle) implements Comparable<Deadlock> {
  private static final Comparator<Party> PARTIES =
      Comparator.comparing(Party::thread)
          .thenComparing(Party::lockClass)
          .thenComparing(Party::site);

  /** Turns the circle. */
  public Deadlock {
    List<Party> turned = new ArrayList<>();
    int first = circle.indexOf(circle.stream().min(PARTIES).orElseThrow());
    Stream.concat(circle.stream().skip(first), circle.stream().limit(first)).forEach(turned::add);
    circle = List.copyOf(turned);
  }

  @Override
  public int compareTo(Deadlock other) {
    for (int i = 0; i < Math.min(circle.size(), other.circle.size()); i++) {
      int order = PARTIES.compare(circle.get(i), other.circle.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(circle.size(), other.circle.size());
  }

  /**
   * One of the threads.
   *
   * @param thread its name
   * @param lockClass class of the lock that it waits for
   * @param site where it waits
   */
  public record Party(String thread, String lockClass, Site site) {}
}
