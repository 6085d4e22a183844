package dev.sojourn.analyzer.event;

/**
 * A thread was blocked entering a monitor ({@code jdk.JavaMonitorEnter}).
 *
 * @param monitorClass class of the monitor's object
 * @param address of the object; it moves with garbage collection
 * @param previousOwner the thread that released last, which need not be the one that held longest
 */
public record MonitorEnter(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    String monitorClass,
    long address,
    ThreadId previousOwner)
    implements Event, ThreadEvent {}
