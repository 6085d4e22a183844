package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Threads that wait for each other in a circle. */
final class DeadlockDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.DEADLOCK;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    List<Finding> findings = new ArrayList<>();
    for (var lock : workload.summary().locks().byKey().entrySet()) {
      finding(workload, lock.getKey(), lock.getValue()).ifPresent(findings::add);
    }
    return findings.isEmpty() && !LockEvents.recorded(workload)
        ? new Diagnosis.CannotTell(LockEvents.LACKING)
        : Diagnosis.of(findings);
  }

  private Optional<Finding> finding(Workload workload, LockKey key, LockStatistics lock) {
    return lock.cycles().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            cycle ->
                Finding.of(
                        kind(),
                        Severity.CRITICAL,
                        Confidence.HIGH,
                        new Impact(Metric.RUNS, lock.account().total().acquires(), 0, 0))
                    .withJobs(
                        lock.victims().keySet().stream()
                            .flatMap(actor -> workload.subject(actor).stream())
                            .map(Subject::name)
                            .toList())
                    .withCulprit(
                        Culprit.UNKNOWN
                            .withLock(key.name())
                            .withClassName(key.className())
                            .withThread(cycle.getKey()))
                    .withEvidence(
                        Evidence.count("times the circle closed", cycle.getValue()),
                        Evidence.count("acquires that gave up", lock.timedOut()))
                    .withCaveats(Caveats.of(workload)));
  }
}
