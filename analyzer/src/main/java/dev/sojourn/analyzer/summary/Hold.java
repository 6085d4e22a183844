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
  /** The same hold at another place. */
  Hold at(Site other) {
    LockOwner there = new LockOwner(other.method(), other.line(), holder.actor(), holder.thread());
    return new Hold(key, identity, threadId, startEpochNanos, endEpochNanos, there, other);
  }
}
