package dev.sojourn.analyzer.event;

/** A thread slept ({@code jdk.ThreadSleep}). */
public record ThreadSleep(
    long startEpochNanos, long durationNanos, ThreadId thread, StackTrace stackTrace)
    implements Event, ThreadEvent {}
