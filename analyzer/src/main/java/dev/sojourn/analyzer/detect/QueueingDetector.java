package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Jobs that wait for a thread, for the one reason that {@link Queueing} tells apart.
 *
 * @param kind the reason
 */
record QueueingDetector(Kind kind) implements Detector {
  @Override
  public Diagnosis detect(Workload workload) {
    List<Finding> findings = new ArrayList<>();
    if (kind == Kind.SERIAL_STAGE) {
      findings.addAll(Backpressure.findings(workload));
      findings.addAll(EventLoop.findings(workload));
      findings.addAll(LoneConsumer.findings(workload));
    }
    if (kind == Kind.SERIAL_STAGE || kind == Kind.THREAD_POOL_SATURATION) {
      findings.addAll(AskedCrew.findings(workload, kind));
    }
    boolean sampled = workload.pools().stream().anyMatch(pool -> pool.bins() > 0);
    if (sampled) {
      findings.addAll(Queueing.findings(workload, kind));
    } else if (findings.isEmpty()) {
      findings.addAll(CrewQueueing.findings(workload, kind));
    }
    if (kind == Kind.SERIAL_STAGE && findings.isEmpty() && !workload.hasJobs()) {
      findings.addAll(CrewStage.findings(workload));
    }
    return findings.isEmpty() && !sampled ? Lacking.executors(workload) : Diagnosis.of(findings);
  }
}
