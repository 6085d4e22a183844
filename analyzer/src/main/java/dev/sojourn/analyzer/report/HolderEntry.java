package dev.sojourn.analyzer.report;

/**
 * Who held a lock while others were blocked.
 *
 * @param method qualified method; empty where it is not known
 * @param line line number; -1 where it is not known
 * @param job the holder's job; empty outside any
 * @param thread name of its thread
 * @param blockedNanos blocked time of others that it answers for
 * @param shareRatio that time as a part of the lock's blocked time, 0 to 1
 */
public record HolderEntry(
    String method, int line, String job, String thread, long blockedNanos, double shareRatio) {}
