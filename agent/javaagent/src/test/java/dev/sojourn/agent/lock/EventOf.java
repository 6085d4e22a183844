package dev.sojourn.agent.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;

/** Picks events, and what tests want of them. */
final class EventOf {
  private static final String HOST = "dev.sojourn.agent.lock.host.";

  private EventOf() {}

  /** The events of threads with that name. */
  static List<RecordedEvent> threads(List<RecordedEvent> events, String name) {
    return events.stream().filter(event -> name.equals(threadName(event))).toList();
  }

  /** The events of locks that were acquired in a mode. */
  static List<RecordedEvent> mode(List<RecordedEvent> events, String mode) {
    return events.stream().filter(event -> mode.equals(event.getString("mode"))).toList();
  }

  /** The only event of the thread with that name. */
  static RecordedEvent thread(List<RecordedEvent> events, String name) {
    List<RecordedEvent> found = threads(events, name);
    assertThat(found).as("events of thread %s", name).hasSize(1);
    return found.get(0);
  }

  static String threadName(RecordedEvent event) {
    return event.getThread().getJavaName();
  }

  /** Such as {@code locks.StampedLock read}. */
  static String classAndMode(RecordedEvent event) {
    return event.getString("lockClass").replace("java.util.concurrent.", "")
        + " "
        + event.getString("mode");
  }

  /** Such as {@code read Prices.update}. */
  static String modeAndMethod(RecordedEvent event) {
    return event.getString("mode") + " " + hostMethod(event);
  }

  /** Such as {@code read Prices#lock}. */
  static String modeAndName(RecordedEvent event) {
    String name = event.getString("name");
    return event.getString("mode") + " " + (name == null ? null : name.replace(HOST, ""));
  }

  /** Those of threads whose stack shows the host. */
  static List<RecordedEvent> hostThreads(List<RecordedEvent> events) {
    return events.stream().filter(event -> hostMethod(event) != null).toList();
  }

  /** The sum of a field over the events of a lock. */
  static long sum(List<RecordedEvent> events, long lockId, String field) {
    return events.stream()
        .filter(event -> event.getLong("lockId") == lockId)
        .mapToLong(event -> event.getLong(field))
        .sum();
  }

  /** The innermost method of the host on the stack, with its simple class name. */
  static String hostMethod(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .map(RecordedFrame::getMethod)
        .filter(method -> method.getType().getName().startsWith(HOST))
        .map(method -> method.getType().getName().substring(HOST.length()) + "." + method.getName())
        .findFirst()
        .orElse(null);
  }
}
