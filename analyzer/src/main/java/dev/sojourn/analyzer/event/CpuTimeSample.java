package dev.sojourn.analyzer.event;

/** A sample of CPU time ({@code jdk.CPUTimeSample}, from JDK 25 on, where it is enabled). */
public record CpuTimeSample(
    long startEpochNanos, ThreadId thread, StackTrace stackTrace, long samplingPeriodNanos)
    implements Event {}
