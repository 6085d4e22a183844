package dev.sojourn.analyzer.event;

/**
 * A read from or a write to a socket ({@code jdk.SocketRead}, {@code jdk.SocketWrite}), or a wait
 * for an answer that other threads read ({@code sojourn.RemoteCall}), of which the bytes are 0.
 */
public record SocketIo(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    Operation operation,
    String host,
    String address,
    int port,
    long bytes)
    implements Event, ThreadEvent {
  /** What was done with the socket. */
  public enum Operation {
    READ,
    WRITE,
    CALL
  }
}
