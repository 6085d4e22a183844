package dev.sojourn.analyzer.event;

/**
 * The stacks of all threads, as the JVM prints them ({@code jdk.ThreadDump}).
 *
 * @param text what was printed, with the deadlocks that the JVM found at its end
 */
public record ThreadDump(long startEpochNanos, String text) implements Event {}
