package dev.sojourn.analyzer.event;

/**
 * A sampled object that is still alive ({@code jdk.OldObjectSample}).
 *
 * @param stackTrace where it was allocated
 * @param rootPath from the root to the object, such as {@code static com.acme.Cache.entries}; null
 *     where it was not sought
 */
public record OldObject(
    long startEpochNanos,
    ThreadId thread,
    StackTrace stackTrace,
    long allocationEpochNanos,
    String objectClass,
    long objectBytes,
    String rootPath)
    implements Event {}
