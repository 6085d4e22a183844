package dev.sojourn.analyzer.summary;

/**
 * Samples of the state of an executor.
 *
 * @param queueLength tasks queued
 * @param active threads that ran a task
 * @param size threads
 * @param maximum most threads allowed
 * @param completed tasks completed since the executor was first seen
 * @param rejected tasks rejected since the executor was first seen
 */
public record ExecutorState(
    Gauge queueLength, Gauge active, Gauge size, Gauge maximum, Gauge completed, Gauge rejected)
    implements Part<ExecutorState> {
  /** No sample. */
  public static final ExecutorState EMPTY =
      new ExecutorState(
          Gauge.EMPTY, Gauge.EMPTY, Gauge.EMPTY, Gauge.EMPTY, Gauge.EMPTY, Gauge.EMPTY);

  @Override
  public ExecutorState plus(ExecutorState other) {
    return new ExecutorState(
        queueLength.plus(other.queueLength),
        active.plus(other.active),
        size.plus(other.size),
        maximum.plus(other.maximum),
        completed.plus(other.completed),
        rejected.plus(other.rejected));
  }
}
