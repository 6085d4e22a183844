package dev.sojourn.analyzer.event;

/**
 * A sampled allocation ({@code jdk.ObjectAllocationSample}).
 *
 * @param weightBytes the bytes that this sample stands for
 */
public record ObjectAllocation(
    long startEpochNanos,
    ThreadId thread,
    StackTrace stackTrace,
    String objectClass,
    long weightBytes)
    implements Event {}
