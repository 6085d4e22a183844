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

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }
}
