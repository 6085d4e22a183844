package dev.sojourn.analyzer.event;

/** Direct buffers ({@code jdk.DirectBufferStatistics}). */
public record DirectMemory(long startEpochNanos, long count, long capacityBytes, long usedBytes)
    implements Event {}
