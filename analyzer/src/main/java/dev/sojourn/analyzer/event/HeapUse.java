package dev.sojourn.analyzer.event;

/** Use of the heap before or after a garbage collection ({@code jdk.GCHeapSummary}). */
public record HeapUse(
    long startEpochNanos, long gcId, boolean afterGc, long usedBytes, long committedBytes)
    implements Event {}
