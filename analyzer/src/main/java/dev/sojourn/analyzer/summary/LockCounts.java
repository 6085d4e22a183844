package dev.sojourn.analyzer.summary;

/**
 * What is counted of a lock.
 *
 * @param acquires blocked acquires that ended
 * @param blockedNanos sum of their blocked times
 * @param maxBlockedNanos the longest
 * @param heldNanos time of the holds that somebody waited for
 */
public record LockCounts(long acquires, long blockedNanos, long maxBlockedNanos, long heldNanos)
    implements Part<LockCounts> {
  /** Nothing. */
  public static final LockCounts EMPTY = new LockCounts(0, 0, 0, 0);

  @Override
  public LockCounts plus(LockCounts other) {
    return new LockCounts(
        acquires + other.acquires,
        blockedNanos + other.blockedNanos,
        Math.max(maxBlockedNanos, other.maxBlockedNanos),
        heldNanos + other.heldNanos);
  }
}
