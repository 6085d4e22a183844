package dev.sojourn.analyzer.event;

/** Classes loaded and unloaded since the JVM's start ({@code jdk.ClassLoadingStatistics}). */
public record ClassCount(long startEpochNanos, long loaded, long unloaded) implements Event {}
