package dev.sojourn.analyzer.recording;

/** Converts a chunk's ticks, to the same nanosecond as the JDK does. */
record Ticks(long startEpochNanos, long startTicks, double ticksPerNano) {
  private static final long DAY_NANOS = 86_400_000_000_000L;
  private static final long LONGEST_RUN_DAYS = 4_000;

  static Ticks of(ChunkHeader header) {
    return new Ticks(
        header.startEpochNanos(), header.startTicks(), header.ticksPerSecond() / 1_000_000_000.0);
  }

  long epochNanos(long ticks) {
    return startEpochNanos + nanos(ticks - startTicks);
  }

  long nanos(long ticks) {
    // where a tick is a nanosecond, as on most machines, division is dear and changes nothing
    return ticksPerNano == 1 ? ticks : (long) (ticks / ticksPerNano);
  }

  /** From the chunk's begin to an instant. */
  long sinceStartNanos(long ticks) {
    return Math.max(0, nanos(ticks - startTicks));
  }

  /** After any event of a chunk with this header. */
  long latest(ChunkHeader header) {
    return header.finished()
        ? later(header.durationNanos() + DAY_NANOS)
        : later(LONGEST_RUN_DAYS * DAY_NANOS);
  }

  private long later(long nanos) {
    double ticks = startTicks + nanos * ticksPerNano;
    return (long) ticks;
  }
}
