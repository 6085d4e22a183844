package dev.sojourn.analyzer.event;

/** The collectors in use ({@code jdk.GCConfiguration}). */
public record GcConfiguration(
    long startEpochNanos, String youngCollector, String oldCollector, long pauseTargetMillis)
    implements Event {}
