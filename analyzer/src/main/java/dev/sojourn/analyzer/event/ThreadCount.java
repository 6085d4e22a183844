package dev.sojourn.analyzer.event;

/** Threads alive, and started since the JVM's start ({@code jdk.JavaThreadStatistics}). */
public record ThreadCount(long startEpochNanos, long active, long daemon, long accumulated)
    implements Event {}
