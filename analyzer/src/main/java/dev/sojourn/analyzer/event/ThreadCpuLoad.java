package dev.sojourn.analyzer.event;

/**
 * CPU use of one thread since the last such event, as a share of all processors ({@code
 * jdk.ThreadCPULoad}).
 */
public record ThreadCpuLoad(
    long startEpochNanos, ThreadId thread, double userRatio, double systemRatio) implements Event {}
