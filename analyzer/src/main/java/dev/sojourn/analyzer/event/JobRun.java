package dev.sojourn.analyzer.event;

/** One run of a job ({@code sojourn.JobRun}); see docs/events.md for the components. */
public record JobRun(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    String job,
    String executor,
    long waitingNanos,
    long latenessNanos,
    String outcome,
    String failureClass,
    int attempt,
    long runId,
    long parentRunId,
    long weight,
    long cpuNanos,
    long allocatedBytes)
    implements Event {}
