package dev.sojourn.analyzer.event;

/**
 * A virtual thread parked while pinned to its carrier ({@code jdk.VirtualThreadPinned}).
 *
 * @param blockingOperation what it did, from JDK 24 on; else null
 * @param reason why it was pinned, from JDK 24 on; else null
 */
public record VirtualThreadPinned(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    String blockingOperation,
    String reason)
    implements Event, ThreadEvent {}
