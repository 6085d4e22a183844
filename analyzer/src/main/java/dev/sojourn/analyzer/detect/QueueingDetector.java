package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import java.util.List;

/**
 * Jobs that wait for a thread, for the one reason that {@link Queueing} tells apart.
 *
 * @param kind the reason
 */
record QueueingDetector(Kind kind) implements Detector {
  @Override
  public Diagnosis detect(Workload workload) {
    if (workload.pools().stream().anyMatch(pool -> pool.bins() > 0)) {
      return Diagnosis.of(Queueing.findings(workload, kind));
    }
    List<Finding> findings =
        workload.hasAgent() ? List.of() : CrewQueueing.findings(workload, kind);
    return findings.isEmpty()
        ? new Diagnosis.CannotTell("no executor was sampled; that needs the agent")
        : Diagnosis.of(findings);
  }
}
