package dev.sojourn.analyzer.event;

/**
 * How long a thread of the operating system was ready to run and had no processor ({@code
 * sojourn.ProcessorWait}); see docs/events.md for the components.
 *
 * @param thread the thread; {@link ThreadId#CARRIER} for one that carries virtual threads, {@link
 *     ThreadId#NONE} where the recording does not tell
 */
public record ProcessorWait(
    long startEpochNanos, long durationNanos, ThreadId thread, long runningNanos, long waitingNanos)
    implements Event {}
