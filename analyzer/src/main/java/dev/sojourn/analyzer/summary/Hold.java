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
    Holder holder,
    Site site) {}
