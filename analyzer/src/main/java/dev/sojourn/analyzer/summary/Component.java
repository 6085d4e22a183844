package dev.sojourn.analyzer.summary;

/** What the sojourn time of a run is made of, in the order of the report. Disjoint. */
public enum Component {
  /** Waiting for a thread. */
  QUEUED,
  /** Scheduled work: from the due time to the start. */
  LATE,
  /** Blocked in entering a monitor or acquiring a lock. */
  BLOCKED,
  /** Parked for something that is no lock. */
  PARKED,
  /** In {@code Object.wait} or waiting for a condition. */
  WAITED,
  /** Reading from or writing to a socket. */
  SOCKET,
  /** Reading, writing or forcing a file. */
  FILE,
  /** In {@code Thread.sleep}. */
  SLEPT,
  /** Stopped for garbage collection. */
  GC,
  /** On a processor. */
  CPU,
  /** Stopped by the container's CPU limit. */
  THROTTLED,
  /** The rest. */
  UNEXPLAINED,
  /**
   * Ready to run without a processor, as the system tells it of each thread. Files number
   * components, so this one came last.
   */
  READY;

  /**
   * The component that it is told as. Whether a limit or others keep a thread from a processor, it
   * is kept from it; findings say which.
   */
  public Component told() {
    return this == READY ? THROTTLED : this;
  }
}
