package dev.sojourn.analyzer.summary;

/**
 * A hold of a lock, told by the agent or inferred.
 *
 * @param threadId Java id of the holder
 * @param site where it was at the release, or meanwhile
 */
record Hold(
    LockKey key,
    LockWaitEvent.LockIdentity identity,
    long threadId,
    long startEpochNanos,
    long endEpochNanos,
    LockOwner holder,
    Site site) {
  /** The same hold at the place of another. */
  Hold at(Hold other) {
    LockOwner there =
        new LockOwner(other.holder.method(), other.holder.line(), holder.actor(), holder.thread());
    return new Hold(key, identity, threadId, startEpochNanos, endEpochNanos, there, other.site);
  }
}
