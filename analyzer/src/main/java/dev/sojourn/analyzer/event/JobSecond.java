package dev.sojourn.analyzer.event;

/**
 * One second of one job; its counts are exact ({@code sojourn.JobSummary}); see docs/events.md for
 * the components. The three histograms are still in their encoded form.
 */
public record JobSecond(
    long startEpochNanos,
    String job,
    String executor,
    long secondEpochMillis,
    long runs,
    long failures,
    long rejected,
    long nested,
    long waitingNanos,
    long waitingRuns,
    long serviceNanos,
    long cpuNanos,
    long allocatedBytes,
    long measuredRuns,
    long measuredServiceNanos,
    String waiting,
    String service,
    String sojourn,
    long timedRuns)
    implements Event {}
