package dev.sojourn.analyzer.recording;

import java.nio.ByteBuffer;

/**
 * The first 68 bytes of a chunk. Offsets are from its begin.
 *
 * @param state 0 once the chunk is finished; until then the number of its last flush, or 255 while
 *     the header is being written
 */
record ChunkHeader(
    int major,
    int minor,
    long sizeBytes,
    long constantsOffset,
    long metadataOffset,
    long startEpochNanos,
    long durationNanos,
    long startTicks,
    long ticksPerSecond,
    int state,
    boolean compressed) {
  static final int BYTES = 68;
  static final int MAGIC = 0x464C5200;
  static final int SIZE_AT = 8;
  static final int STATE_AT = 64;
  private static final int BEFORE_JDK_9 = 9;
  private static final long LONGEST_NANOS = 4_000 * 86_400_000_000_000L;

  static ChunkHeader parse(ByteBuffer in) {
    int at = in.position();
    return new ChunkHeader(
        in.getShort(at + 4),
        in.getShort(at + 6),
        in.getLong(at + SIZE_AT),
        in.getLong(at + 16),
        in.getLong(at + 24),
        in.getLong(at + 32),
        in.getLong(at + 40),
        in.getLong(at + 48),
        in.getLong(at + 56),
        in.get(at + STATE_AT) & 0xff,
        (in.get(at + 67) & 1) != 0);
  }

  /** Whether the bytes at the buffer's position can be a chunk's header. */
  static boolean begins(ByteBuffer in) {
    if (in.remaining() < BYTES || in.getInt(in.position()) != MAGIC) {
      return false;
    }
    ChunkHeader header = parse(in);
    return header.major >= 1
        && header.major <= 2
        && header.minor >= 0
        && header.minor < 16
        && header.ticksPerSecond > 0
        && header.startEpochNanos > 0
        && header.durationNanos >= 0
        && header.durationNanos < LONGEST_NANOS;
  }

  /** Whether a file begins as those do that Oracle's JDK 7 and 8 wrote. */
  static boolean isBeforeJdk9(ByteBuffer in) {
    return in.remaining() > Long.BYTES
        && in.getInt(in.position()) == MAGIC
        && in.getInt(in.position() + Integer.BYTES) == BEFORE_JDK_9;
  }

  boolean finished() {
    return state == 0;
  }

  /** Equal for copies of a chunk, finished or not: no two chunks begin at one instant and tick. */
  String identity() {
    return Long.toHexString(startEpochNanos)
        + "-"
        + Long.toHexString(startTicks)
        + "-"
        + Long.toHexString(ticksPerSecond);
  }

  /**
   * Equal to {@link #follows} of the chunk that the same JVM began next: a chunk ends at the very
   * nanosecond at which the next begins.
   */
  String followedBy() {
    return (startEpochNanos + durationNanos) + "-" + ticksPerSecond;
  }

  String follows() {
    return startEpochNanos + "-" + ticksPerSecond;
  }
}
