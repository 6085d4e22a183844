package dev.sojourn.analyzer.summary;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Threads whose names differ in their last number only, such as those of one pool.
 *
 * @param series what they did, by time of day
 * @param threads those with the least ids, by their Java ids; {@link #MOST_THREADS} at most
 */
public record WorkerGroup(Series<WorkerTimes> series, Set<Long> threads)
    implements Part<WorkerGroup> {
  /** Nothing. */
  public static final WorkerGroup EMPTY = new WorkerGroup(Series.empty(), Set.of());

  /** With so many threads, how many there are is not known: more are not told apart. */
  public static final int MOST_THREADS = 256;

  /** Keeps as many as are told apart. */
  public WorkerGroup {
    TreeSet<Long> least = new TreeSet<>(threads);
    while (least.size() > MOST_THREADS) {
      least.pollLast();
    }
    threads = Collections.unmodifiableSortedSet(least);
  }

  @Override
  public WorkerGroup plus(WorkerGroup other) {
    return new WorkerGroup(series.plus(other.series), Sums.ofSets(threads, other.threads));
  }
}
