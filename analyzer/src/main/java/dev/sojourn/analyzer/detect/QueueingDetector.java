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
    if (workload.pools().stream().allMatch(pool -> pool.bins() == 0)) {
      return new Diagnosis.CannotTell("no executor was sampled; that needs the agent");
    }
    List<Finding> findings = Queueing.findings(workload, kind);
    return Diagnosis.of(findings);
  }
}
