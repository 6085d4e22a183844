package dev.sojourn.analyzer.event;

/** A thread was started ({@code jdk.ThreadStart}); the stack trace is its parent's. */
public record ThreadStart(
    long startEpochNanos, ThreadId thread, StackTrace stackTrace, ThreadId parent)
    implements Event {}
