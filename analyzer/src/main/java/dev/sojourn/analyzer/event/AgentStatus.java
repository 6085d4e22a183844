package dev.sojourn.analyzer.event;

/**
 * What the agent says of itself ({@code sojourn.AgentStatus}); see docs/events.md for the
 * components.
 */
public record AgentStatus(
    long startEpochNanos,
    String version,
    String options,
    int woven,
    int failed,
    String failures,
    long suppressed,
    long written,
    long sampled,
    long dropped,
    long probeNanos,
    double costRatio,
    String mode,
    long probes,
    double costBudgetRatio,
    String classes,
    String monitors)
    implements Event {}
