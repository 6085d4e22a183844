package dev.sojourn.analyzer.event;

/**
 * A thread was seen on a processor or in native code ({@code jdk.ExecutionSample}, {@code
 * jdk.NativeMethodSample}).
 *
 * @param state the JVM's word, such as {@code STATE_RUNNABLE}
 * @param inNative whether it was in native code
 */
public record ExecutionSample(
    long startEpochNanos, ThreadId thread, StackTrace stackTrace, String state, boolean inNative)
    implements Event {}
