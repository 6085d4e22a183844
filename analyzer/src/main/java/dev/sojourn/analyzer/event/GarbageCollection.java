package dev.sojourn.analyzer.event;

/** One garbage collection ({@code jdk.GarbageCollection}). */
public record GarbageCollection(
    long startEpochNanos,
    long durationNanos,
    long gcId,
    String name,
    String cause,
    long sumOfPausesNanos,
    long longestPauseNanos)
    implements Event {}
