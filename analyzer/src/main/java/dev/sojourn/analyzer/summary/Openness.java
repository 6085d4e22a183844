package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;

/**
 * Which part of a thread's history one chunk cannot decide on.
 *
 * @param beginEpochNanos begin of the chunk
 * @param headUntilEpochNanos what began before may belong to a run that began in an earlier chunk
 * @param tailFromEpochNanos what ended after may belong to a run that ends in a later chunk
 * @param floorEpochNanos what ended by then is decided all the same, lest too much is kept; but for
 *     runs that began before the chunk
 */
record Openness(
    long beginEpochNanos, long headUntilEpochNanos, long tailFromEpochNanos, long floorEpochNanos) {
  /** All is decided. */
  static final Openness NONE =
      new Openness(Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  /** The openness of a thread in a chunk that begins at an instant. */
  static Openness of(ThreadHistory history, long chunkBeginEpochNanos) {
    long head = chunkBeginEpochNanos;
    long tail = Long.MIN_VALUE;
    for (JobRun run : history.runs()) {
      if (run.startEpochNanos() < chunkBeginEpochNanos) {
        head = Math.max(head, run.endEpochNanos());
      } else if (run.parentRunId() == 0) {
        tail = Math.max(tail, run.endEpochNanos());
      }
    }
    return new Openness(chunkBeginEpochNanos, head, tail, Long.MIN_VALUE);
  }

  Openness above(long floor) {
    return new Openness(beginEpochNanos, headUntilEpochNanos, tailFromEpochNanos, floor);
  }

  boolean covers(long startEpochNanos, long endEpochNanos) {
    return reaches(startEpochNanos, endEpochNanos) && endEpochNanos > floorEpochNanos;
  }

  /** Whether a run may lie in another that some other chunk tells of, or is such a one itself. */
  boolean covers(JobRun run) {
    return run.startEpochNanos() < beginEpochNanos
        || covers(run.startEpochNanos(), run.endEpochNanos());
  }

  private boolean reaches(long startEpochNanos, long endEpochNanos) {
    return startEpochNanos < headUntilEpochNanos || endEpochNanos > tailFromEpochNanos;
  }
}
