package dev.sojourn.analyzer.event;

/**
 * What a job allocated at one place outside the heap and has not given back ({@code
 * sojourn.DirectMemorySummary}); see docs/events.md for the components.
 */
public record DirectMemoryPlace(
    long startEpochNanos,
    String job,
    String method,
    int line,
    long secondEpochMillis,
    long heldBytes,
    long buffers,
    long allocatedBytes,
    int samples)
    implements Event {}
