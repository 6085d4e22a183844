package dev.sojourn.analyzer.event;

/** A read from or a write to a socket ({@code jdk.SocketRead}, {@code jdk.SocketWrite}). */
public record SocketIo(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    boolean write,
    String host,
    String address,
    int port,
    long bytes)
    implements Event, ThreadEvent {}
