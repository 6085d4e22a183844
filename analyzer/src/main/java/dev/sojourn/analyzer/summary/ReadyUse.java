package dev.sojourn.analyzer.summary;

/**
 * Time of threads that waited for a processor for some time.
 *
 * @param runningNanos on a processor
 * @param waitingNanos ready to run without one
 */
public record ReadyUse(long runningNanos, long waitingNanos) implements Part<ReadyUse> {
  /** None. */
  public static final ReadyUse EMPTY = new ReadyUse(0, 0);

  @Override
  public ReadyUse plus(ReadyUse other) {
    return new ReadyUse(runningNanos + other.runningNanos, waitingNanos + other.waitingNanos);
  }
}
