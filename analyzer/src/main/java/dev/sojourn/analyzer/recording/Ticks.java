package dev.sojourn.analyzer.recording;

/** Converts a chunk's ticks, to the same nanosecond as the JDK does. */
record Ticks(long startEpochNanos, long startTicks, double ticksPerNano) {
  static Ticks of(ChunkHeader header) {
    return new Ticks(
        header.startEpochNanos(), header.startTicks(), header.ticksPerSecond() / 1_000_000_000.0);
  }

  long epochNanos(long ticks) {
    return startEpochNanos + (long) ((ticks - startTicks) / ticksPerNano);
  }

  long nanos(long ticks) {
    return (long) (ticks / ticksPerNano);
  }

  long ticks(long nanos) {
    return (long) (nanos * ticksPerNano);
  }
}
