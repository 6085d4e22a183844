package dev.sojourn.analyzer.event;

/**
 * The stacks of all threads as text, and the deadlocks among them ({@code jdk.ThreadDump}).
 *
 * @param text as {@code jcmd Thread.print} writes it
 */
public record ThreadDump(long startEpochNanos, String text) implements Event {}
