package dev.sojourn.analyzer.detect;

/** Whether a recording can tell of locks at all. */
final class LockEvents {
  static final String LACKING =
      "neither events of the agent's lock probes nor jdk.JavaMonitorEnter were recorded";

  private LockEvents() {}

  static boolean recorded(Workload workload) {
    return workload.hasAgent()
        || !workload.summary().locks().byKey().isEmpty()
        || Recorded.event(workload, "jdk.JavaMonitorEnter");
  }
}
