package dev.sojourn.analyzer.detect;

import java.util.Set;

/** Which event types a recording has, by its settings. */
final class Recorded {
  private Recorded() {}

  /** Whether an event type was enabled at some time. */
  static boolean event(Workload workload, String eventType) {
    Set<String> values = workload.summary().settings().values(eventType, "enabled");
    return values.contains("true");
  }
}
