package dev.sojourn.analyzer.event;

/** JFR lost events ({@code jdk.DataLoss}). */
public record DataLoss(long startEpochNanos, long lostBytes, long totalBytes) implements Event {}
