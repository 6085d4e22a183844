package dev.sojourn.analyzer.event;

/** A thread waited in {@code Object.wait} ({@code jdk.JavaMonitorWait}). */
public record MonitorWait(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    String monitorClass,
    boolean timedOut)
    implements Event, ThreadEvent {}
