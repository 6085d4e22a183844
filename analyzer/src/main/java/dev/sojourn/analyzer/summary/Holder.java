package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * Who held a lock.
 *
 * @param method class and method, as in {@link Site#method()}; empty where it is not known
 * @param line its line; -1 where it is not known
 * @param actor the job, or the threads, that held it
 * @param thread name of the thread
 */
public record Holder(String method, int line, Actor actor, String thread)
    implements Comparable<Holder> {
  private static final Comparator<Holder> ORDER =
      Comparator.comparing(Holder::method)
          .thenComparingInt(Holder::line)
          .thenComparing(Holder::actor)
          .thenComparing(Holder::thread);

  @Override
  public int compareTo(Holder other) {
    return ORDER.compare(this, other);
  }
}
