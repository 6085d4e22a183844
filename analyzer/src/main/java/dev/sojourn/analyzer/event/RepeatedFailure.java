package dev.sojourn.analyzer.event;

/**
 * An exception that runs of a job met again and again ({@code sojourn.RepeatedFailureSummary}); see
 * docs/events.md for the components.
 */
public record RepeatedFailure(
    long startEpochNanos,
    String job,
    String failureClass,
    String method,
    int line,
    long secondEpochMillis,
    long repeated,
    long betweenNanos)
    implements Event {}
