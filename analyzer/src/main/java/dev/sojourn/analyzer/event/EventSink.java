package dev.sojourn.analyzer.event;

/**
 * Receives the events of one chunk, in the order in which they stand there, which is not that of
 * time. One thread calls one sink; the sinks of several chunks may be called at once.
 */
public interface EventSink {
  /** Takes one event. */
  void accept(Event event);
}
