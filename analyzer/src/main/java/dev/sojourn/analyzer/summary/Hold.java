package dev.sojourn.analyzer.summary;

/**
 * A hold of a lock, told by the agent or inferred.
 *
 * @param threadId Java id of the holder
 * @param site where it was at the release, or meanwhile
 * @param told whether the agent told it: then nothing that is inferred holds the lock meanwhile
 */
record Hold(
    LockKey key,
    LockWaitEvent.LockIdentity identity,
    long threadId,
    long startEpochNanos,
    long endEpochNanos,
    LockOwner holder,
    Site site,
    boolean told) {}
