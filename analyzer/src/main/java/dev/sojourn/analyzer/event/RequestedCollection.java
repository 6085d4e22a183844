package dev.sojourn.analyzer.event;

/** A garbage collection that the agent asked for ({@code sojourn.Collection}). */
public record RequestedCollection(
    long startEpochNanos, long durationNanos, long usedBeforeBytes, long usedAfterBytes)
    implements Event {}
