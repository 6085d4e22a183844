package dev.sojourn.analyzer.event;

/** An event of one thread: what the time of a run is joined from. */
public interface ThreadEvent {
  /** The thread that it happened on; {@link ThreadId#NONE} where the recording does not tell. */
  ThreadId thread();

  /** Begin, in nanoseconds since the Unix epoch. */
  long startEpochNanos();

  /** From the begin to the end. */
  long durationNanos();

  /** Where it happened; {@link StackTrace#EMPTY} where the recording does not tell. */
  StackTrace stackTrace();
}
