package dev.sojourn.analyzer.event;

/** A pause of all threads for garbage collection ({@code jdk.GCPhasePause}). */
public record GcPause(long startEpochNanos, long durationNanos, long gcId, String name)
    implements Event {}
