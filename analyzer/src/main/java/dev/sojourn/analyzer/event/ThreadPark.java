package dev.sojourn.analyzer.event;

/**
 * A thread was parked ({@code jdk.ThreadPark}).
 *
 * @param parkedClass class of the blocker; null for none
 */
public record ThreadPark(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    String parkedClass,
    long address)
    implements Event, ThreadEvent {}
