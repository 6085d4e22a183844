package dev.sojourn.analyzer.event;

/**
 * The processors that the JVM may use ({@code jdk.CPUInformation}, {@code
 * jdk.ContainerConfiguration}); 0 for what is not told.
 */
public record CpuTopology(
    long startEpochNanos, int hardwareThreads, int effectiveCpuCount, long cpuQuotaMicros)
    implements Event {}
