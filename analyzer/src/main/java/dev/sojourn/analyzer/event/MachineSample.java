package dev.sojourn.analyzer.event;

/**
 * How long threads waited for a processor ({@code sojourn.MachineSample}); -1 where that is not
 * known. See docs/events.md for the components.
 */
public record MachineSample(
    long startEpochNanos,
    long durationNanos,
    long machinePressureNanos,
    long groupPressureNanos,
    long stolenNanos)
    implements Event {}
