package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/** A stretch of time, in nanoseconds since the Unix epoch; the end is not in it. */
public record Span(long beginEpochNanos, long endEpochNanos) implements Comparable<Span> {
  private static final Comparator<Span> ORDER =
      Comparator.comparingLong(Span::beginEpochNanos).thenComparingLong(Span::endEpochNanos);

  /** Its length in nanoseconds. */
  public long nanos() {
    return endEpochNanos - beginEpochNanos;
  }

  /** How much of it lies between two instants. */
  long overlapNanos(long fromEpochNanos, long toEpochNanos) {
    long begin = Math.max(beginEpochNanos, fromEpochNanos);
    return Math.max(0, Math.min(endEpochNanos, toEpochNanos) - begin);
  }

  /** What of it lies between two instants; empty, not negative, where nothing does. */
  Span intersection(long fromEpochNanos, long toEpochNanos) {
    long begin = Math.max(beginEpochNanos, fromEpochNanos);
    return new Span(begin, Math.max(begin, Math.min(endEpochNanos, toEpochNanos)));
  }

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }
}
