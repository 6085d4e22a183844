package dev.sojourn.agent.bootstrap.job;

/**
 * When a task was submitted, and how many tasks it was chosen from, in one long of 51 bits: the
 * time in units of 256 ns, and above the lowest three bits. 0 is no stamp.
 */
final class Stamp {
  static final long NONE = 0;
  static final int BITS = 51;
  private static final int UNIT_BITS = 8;
  private static final int STRIDE_BITS = 3;
  private static final long STRIDE_MASK = (1 << STRIDE_BITS) - 1;
  // Before any time that is stamped, those read before this class was loaded included.
  private static final long EPOCH_NANOS = System.nanoTime() - 1_000_000_000;
  private static final long TIME_MASK = (1L << (BITS - STRIDE_BITS)) - 1;

  private Stamp() {}

  static long of(long nanos, int strideExponent) {
    long units = (((nanos - EPOCH_NANOS) >>> UNIT_BITS) + 1) & TIME_MASK;
    return (units << STRIDE_BITS) | strideExponent;
  }

  static long nanos(long stamp) {
    return (((stamp >>> STRIDE_BITS) - 1) << UNIT_BITS) + EPOCH_NANOS;
  }

  /** How many submissions the stamped one stands for. */
  static int weight(long stamp) {
    return 1 << (stamp & STRIDE_MASK);
  }
}
