package dev.sojourn.analyzer.event;

/** Load of all processors ({@code jdk.CPULoad}), each from 0 to 1. */
public record CpuLoad(
    long startEpochNanos, double jvmUserRatio, double jvmSystemRatio, double machineTotalRatio)
    implements Event {}
