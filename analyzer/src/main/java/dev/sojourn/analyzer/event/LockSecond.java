package dev.sojourn.analyzer.event;

/**
 * One second of one contended lock, exact ({@code sojourn.LockSummary}); see docs/events.md for the
 * components.
 */
public record LockSecond(
    long startEpochNanos,
    long lockId,
    String lockClass,
    String name,
    String mode,
    long secondEpochMillis,
    long acquires,
    long blockedNanos,
    long maxBlockedNanos,
    long heldNanos)
    implements Event {}
