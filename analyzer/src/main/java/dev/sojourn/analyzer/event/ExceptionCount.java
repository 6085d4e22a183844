package dev.sojourn.analyzer.event;

/** Throwables created since the JVM's start ({@code jdk.ExceptionStatistics}). */
public record ExceptionCount(long startEpochNanos, long throwables) implements Event {}
