package dev.sojourn.analyzer.event;

/** A thread ended ({@code jdk.ThreadEnd}). */
public record ThreadEnd(long startEpochNanos, ThreadId thread) implements Event {}
