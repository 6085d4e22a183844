package dev.sojourn.analyzer.summary;

import java.util.Comparator;

/**
 * An interval of a thread that is kept until it is known which run it lies in.
 *
 * @param counted whether it has been counted already, and is kept for what it tells of a holder
 */
record OpenInterval(
    long startEpochNanos,
    long endEpochNanos,
    ThreadHistory.Rank rank,
    Subject subject,
    boolean counted)
    implements Comparable<OpenInterval> {
  private static final Comparator<OpenInterval> ORDER =
      Comparator.comparingLong(OpenInterval::startEpochNanos)
          .thenComparingLong(OpenInterval::endEpochNanos)
          .thenComparing(OpenInterval::rank)
          .thenComparing(OpenInterval::counted)
          .thenComparing(OpenInterval::toString);

  @Override
  public int compareTo(OpenInterval other) {
    return ORDER.compare(this, other);
  }
}
