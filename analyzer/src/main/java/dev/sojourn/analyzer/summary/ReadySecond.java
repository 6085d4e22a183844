package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * One second of a thread: what the system tells of it, and what its runs leave unexplained. What of
 * that was waiting for a processor can be told when all of both are there.
 *
 * @param runningNanos on a processor, as the system tells
 * @param waitingNanos ready to run without a processor, as the system tells
 * @param roomNanos of its runs, without what is known to be a wait for something else
 * @param unexplainedNanos of its runs
 * @param shares the latter by where it is counted, by the weight of the runs, nested ones too
 */
record ReadySecond(
    long runningNanos,
    long waitingNanos,
    long roomNanos,
    long unexplainedNanos,
    Map<ReadyShare, Long> shares)
    implements Part<ReadySecond> {
  @Override
  public ReadySecond plus(ReadySecond other) {
    return new ReadySecond(
        runningNanos + other.runningNanos,
        waitingNanos + other.waitingNanos,
        roomNanos + other.roomNanos,
        unexplainedNanos + other.unexplainedNanos,
        Sums.ofCounts(shares, other.shares));
  }

  /** How many sums are kept for it. */
  int size() {
    return 1 + shares.size();
  }

  /**
   * How much of what is unexplained was waiting for a processor, from 0 to 1. A thread that wakes
   * up outside of runs, or in runs that were not written, waits there, too, so its wait counts as
   * far as the time in which it wanted a processor is the runs'.
   */
  double waitingRatio() {
    if (waitingNanos == 0 || unexplainedNanos == 0) {
      return 0;
    }
    double covered = Math.min(1, (double) roomNanos / (runningNanos + waitingNanos));
    return Math.min(1, waitingNanos * covered / unexplainedNanos);
  }
}
