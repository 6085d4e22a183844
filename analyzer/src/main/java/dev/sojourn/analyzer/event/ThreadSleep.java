package dev.sojourn.analyzer.event;

/**
 * A thread slept ({@code jdk.ThreadSleep}).
 *
 * @param askedNanos for how long it had asked to
 */
public record ThreadSleep(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    long askedNanos)
    implements Event, ThreadEvent {}
