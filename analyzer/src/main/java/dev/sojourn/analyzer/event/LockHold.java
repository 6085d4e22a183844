package dev.sojourn.analyzer.event;

/**
 * A hold that somebody waited for ({@code sojourn.LockHold}); see docs/events.md for the
 * components.
 */
public record LockHold(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    long lockId,
    String lockClass,
    String name,
    String mode,
    int waiters,
    boolean exact,
    long runId,
    String job,
    long representedNanos)
    implements Event, ThreadEvent {}
