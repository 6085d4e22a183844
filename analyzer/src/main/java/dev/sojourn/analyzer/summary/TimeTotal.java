package dev.sojourn.analyzer.summary;

/** How often something took time, how much in all, and the longest. */
public record TimeTotal(long count, long totalNanos, long maxNanos) implements Part<TimeTotal> {
  /** Nothing. */
  public static final TimeTotal EMPTY = new TimeTotal(0, 0, 0);

  /** One occurrence. */
  public static TimeTotal of(long nanos) {
    return new TimeTotal(1, nanos, nanos);
  }

  @Override
  public TimeTotal plus(TimeTotal other) {
    return new TimeTotal(
        count + other.count, totalNanos + other.totalNanos, Math.max(maxNanos, other.maxNanos));
  }
}
