package dev.sojourn.analyzer.summary;

import java.util.Arrays;
import java.util.Collection;

/**
 * The intervals of one thread made disjoint: at each instant the interval of the highest rank
 * counts, among equals the innermost. So a lock's wait hides the park that it consists of, and no
 * time counts twice.
 */
final class Timeline {
  private final ThreadHistory history;
  private final long[] wonNanos;
  private long[] starts = {};
  private long[] ends = {};
  private int[] intervals = {};
  private int size;

  // mostly asked for in order of time
  private int lastFound;

  private Timeline(ThreadHistory history) {
    this.history = history;
    this.wonNanos = new long[history.size()];
  }

  static Timeline of(ThreadHistory history) {
    Timeline timeline = new Timeline(history);
    new Sweep(timeline).run();
    return timeline;
  }

  int size() {
    return size;
  }

  long start(int segment) {
    return starts[segment];
  }

  long end(int segment) {
    return ends[segment];
  }

  Subject subject(int segment) {
    return history.subject(intervals[segment]);
  }

  /** Whether an interval explains at least half of its own time. */
  boolean counts(int interval) {
    return wonNanos[interval] * 2 >= history.end(interval) - history.start(interval);
  }

  /** The first segment that ends after an instant. */
  int firstEndingAfter(long epochNanos) {
    if (!isFirstEndingAfter(lastFound, epochNanos)
        && !isFirstEndingAfter(++lastFound, epochNanos)) {
      int found = Arrays.binarySearch(ends, 0, size, epochNanos + 1);
      lastFound = found >= 0 ? found : -found - 1;
    }
    return lastFound;
  }

  private boolean isFirstEndingAfter(int segment, long epochNanos) {
    return segment <= size
        && (segment == size || ends[segment] > epochNanos)
        && (segment == 0 || ends[segment - 1] <= epochNanos);
  }

  /** Adds the intervals that explain time between two instants. */
  void intervalsBetween(long beginEpochNanos, long endEpochNanos, Collection<Integer> into) {
    for (int i = firstEndingAfter(beginEpochNanos); i < size && starts[i] < endEpochNanos; i++) {
      into.add(intervals[i]);
    }
  }

  /** Adds the times between two instants by component, and tells their sum. */
  long addTimes(long beginEpochNanos, long endEpochNanos, long[] nanosByComponent) {
    long sum = 0;
    for (int i = firstEndingAfter(beginEpochNanos); i < size && starts[i] < endEpochNanos; i++) {
      long overlap = Math.min(ends[i], endEpochNanos) - Math.max(starts[i], beginEpochNanos);
      nanosByComponent[subject(i).component().ordinal()] += overlap;
      sum += overlap;
    }
    return sum;
  }

  /** How much of the time between two instants is explained. */
  long explainedNanos(long beginEpochNanos, long endEpochNanos) {
    long sum = 0;
    for (int i = firstEndingAfter(beginEpochNanos); i < size && starts[i] < endEpochNanos; i++) {
      sum += Math.min(ends[i], endEpochNanos) - Math.max(starts[i], beginEpochNanos);
    }
    return sum;
  }

  private void add(long start, long end, int interval) {
    wonNanos[interval] += end - start;
    if (size > 0 && intervals[size - 1] == interval && ends[size - 1] == start) {
      ends[size - 1] = end;
      return;
    }
    if (size == starts.length) {
      int capacity = Math.max(4, size * 2);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      intervals = Arrays.copyOf(intervals, capacity);
    }
    starts[size] = start;
    ends[size] = end;
    intervals[size++] = interval;
  }

  /** Goes through the intervals by time; few are open at once. */
  private static final class Sweep {
    private final Timeline timeline;
    private final ThreadHistory history;
    private int[] open = new int[4];
    private int openSize;
    private long now = Long.MIN_VALUE;

    Sweep(Timeline timeline) {
      this.timeline = timeline;
      this.history = timeline.history;
    }

    void run() {
      for (int interval : IndexSort.by(history.size(), this::compare)) {
        advance(history.start(interval));
        if (openSize == open.length) {
          open = Arrays.copyOf(open, openSize * 2);
        }
        open[openSize++] = interval;
      }
      advance(Long.MAX_VALUE);
    }

    private int compare(int one, int other) {
      int byStart = Long.compare(history.start(one), history.start(other));
      return byStart != 0 ? byStart : Long.compare(history.end(other), history.end(one));
    }

    private void advance(long until) {
      while (openSize > 0 && now < until) {
        int winner = open[0];
        long firstEnd = history.end(open[0]);
        for (int i = 1; i < openSize; i++) {
          firstEnd = Math.min(firstEnd, history.end(open[i]));
          winner = history.rank(open[i]).compareTo(history.rank(winner)) >= 0 ? open[i] : winner;
        }
        long stop = Math.min(firstEnd, until);
        if (stop > now) {
          timeline.add(now, stop, winner);
          now = stop;
        }
        close(stop);
      }
      now = until;
    }

    private void close(long atEpochNanos) {
      int kept = 0;
      for (int i = 0; i < openSize; i++) {
        if (history.end(open[i]) > atEpochNanos) {
          open[kept++] = open[i];
        }
      }
      openSize = kept;
    }
  }
}
