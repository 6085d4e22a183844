package dev.sojourn.analyzer.event;

/** CPU throttling by the container, since its start ({@code jdk.ContainerCPUThrottling}). */
public record Throttling(
    long startEpochNanos, long elapsedSlices, long throttledSlices, long throttledNanos)
    implements Event {}
