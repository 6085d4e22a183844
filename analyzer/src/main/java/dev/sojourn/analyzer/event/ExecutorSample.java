package dev.sojourn.analyzer.event;

/**
 * State of an executor at an instant ({@code sojourn.ExecutorSample}); see docs/events.md for the
 * components.
 */
public record ExecutorSample(
    long startEpochNanos,
    String executor,
    long executorId,
    String executorClass,
    long queueLength,
    int active,
    int size,
    int maximum,
    long completed,
    long rejected)
    implements Event {}
