package dev.sojourn.analyzer.event;

/**
 * A read, a write or a force of a file ({@code jdk.FileRead}, {@code jdk.FileWrite}, {@code
 * jdk.FileForce}).
 */
public record FileIo(
    long startEpochNanos,
    long durationNanos,
    ThreadId thread,
    StackTrace stackTrace,
    Operation operation,
    String path,
    long bytes)
    implements Event, ThreadEvent {
  /** What was done to the file. */
  public enum Operation {
    READ,
    WRITE,
    FORCE
  }
}
