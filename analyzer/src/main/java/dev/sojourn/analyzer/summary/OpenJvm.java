package dev.sojourn.analyzer.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is open of one JVM.
 *
 * @param beginEpochNanos begin of the first of the chunks
 * @param endEpochNanos end of what was told last
 * @param threads its threads, by Java id
 * @param holds the holds that waits told of by other chunks may overlap
 * @param pauses when all threads stood still
 * @param heap what is open of its heap
 * @param ready seconds of threads, of which it is not known yet how much they waited for processors
 * @param samplePeriodNanos time between two samples of a running thread
 */
record OpenJvm(
    long beginEpochNanos,
    long endEpochNanos,
    Map<Long, OpenThread> threads,
    List<Hold> holds,
    List<Span> pauses,
    long samplePeriodNanos,
    OpenHeap heap,
    Map<Long, ReadyThread> ready)
    implements Part<OpenJvm> {
  private static final Comparator<Hold> BY_TIME =
      Comparator.comparingLong(Hold::startEpochNanos)
          .thenComparingLong(Hold::endEpochNanos)
          .thenComparing(Hold::toString);

  /** Sorts. */
  OpenJvm {
    holds = Sums.ofLists(holds, List.of(), BY_TIME);
  }

  @Override
  public OpenJvm plus(OpenJvm other) {
    return new OpenJvm(
        Math.min(beginEpochNanos, other.beginEpochNanos),
        Math.max(endEpochNanos, other.endEpochNanos),
        Sums.ofParts(threads, other.threads),
        Sums.ofLists(holds, other.holds, BY_TIME),
        Sums.ofLists(pauses, other.pauses, Comparator.naturalOrder()),
        Math.min(samplePeriodNanos, other.samplePeriodNanos),
        heap.plus(other.heap),
        Sums.ofParts(ready, other.ready));
  }

  /** The same with other threads, holds and seconds. */
  OpenJvm with(OpenEndsBuilder ends, List<Hold> otherHolds, Map<Long, ReadyThread> otherReady) {
    return new OpenJvm(
        beginEpochNanos,
        endEpochNanos,
        ends.build(otherHolds),
        otherHolds,
        pauses,
        samplePeriodNanos,
        heap,
        otherReady);
  }

  /** How much has come together. */
  int size() {
    return holds.size()
        + threads.values().stream().mapToInt(OpenThread::size).sum()
        + ready.values().stream().mapToInt(ReadyThread::size).sum();
  }
}
