package dev.sojourn.analyzer.event;

/**
 * A blocked acquire of a lock ({@code sojourn.LockAcquire}); see docs/events.md for the components.
 */
public record LockAcquire(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    long lockId,
    String lockClass,
    String name,
    String mode,
    String outcome,
    long ownerId,
    String owner,
    long runId,
    String job,
    long representedNanos)
    implements Event, ThreadEvent {}
