package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Caveat.Bias;
import dev.sojourn.analyzer.summary.AgentStatistics;
import dev.sojourn.analyzer.summary.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What biases findings of a recording. */
final class Caveats {
  private static final Set<String> NO_THRESHOLD = Set.of("", "0 ns", "0 s", "0 ms");

  private Caveats() {}

  /** The caveats of any finding that rests on these event types. */
  static List<Caveat> of(Workload workload, String... eventTypes) {
    List<Caveat> caveats = new ArrayList<>();
    if (!workload.hasJobs()) {
      caveats.add(new Caveat(Bias.NO_AGENT, ""));
    }
    for (Source source : workload.summary().coverage().sources().values()) {
      if (source.lostBytes() > 0) {
        caveats.add(new Caveat(Bias.DATA_LOSS, ""));
      }
      if (!source.damages().isEmpty()) {
        caveats.add(new Caveat(Bias.INCOMPLETE, ""));
      }
    }
    if (workload.summary().agents().byJvm().values().stream().anyMatch(Caveats::backedOff)) {
      caveats.add(new Caveat(Bias.AGENT_BACKED_OFF, ""));
    }
    if (workload.isStarved()) {
      String percent = Math.round(100 * workload.machineCpuRatio()) + " %";
      caveats.add(new Caveat(Bias.BUSY_MACHINE, percent));
    }
    for (String eventType : eventTypes) {
      caveats.addAll(ofSettings(workload, eventType));
    }
    return caveats.stream().distinct().toList();
  }

  /** The same and one more. */
  static List<Caveat> and(Workload workload, Caveat more) {
    List<Caveat> caveats = new ArrayList<>(of(workload));
    caveats.add(more);
    return caveats;
  }

  private static List<Caveat> ofSettings(Workload workload, String eventType) {
    List<Caveat> caveats = new ArrayList<>();
    for (String threshold : workload.summary().settings().values(eventType, "threshold")) {
      if (!NO_THRESHOLD.contains(threshold)) {
        caveats.add(new Caveat(Bias.THRESHOLD, eventType + " " + threshold));
      }
    }
    for (String throttle : workload.summary().settings().values(eventType, "throttle")) {
      if (!throttle.equals("off") && !throttle.startsWith("1000000")) {
        caveats.add(new Caveat(Bias.THROTTLED, eventType + " " + throttle));
      }
    }
    return caveats;
  }

  private static boolean backedOff(AgentStatistics agent) {
    return agent.dropped() > 0 || "aggregating".equals(agent.mode());
  }
}
