package dev.sojourn.analyzer.event;

/** Context switches of the machine ({@code jdk.ThreadContextSwitchRate}). */
public record ContextSwitchRate(long startEpochNanos, double switchesPerSecond) implements Event {}
