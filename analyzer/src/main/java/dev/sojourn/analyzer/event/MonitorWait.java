package dev.sojourn.analyzer.event;

/**
 * A thread waited in {@code Object.wait} ({@code jdk.JavaMonitorWait}).
 *
 * @param monitorClass class of the object
 * @param timedOut whether nobody notified it in time
 * @param address of the object; it moves with garbage collection
 * @param notifier the thread that notified it
 */
public record MonitorWait(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    String monitorClass,
    boolean timedOut,
    long address,
    ThreadId notifier)
    implements Event, ThreadEvent {}
