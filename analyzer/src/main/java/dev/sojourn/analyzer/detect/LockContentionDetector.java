package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jobs that are blocked on a lock, and who holds it meanwhile. */
final class LockContentionDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.LOCK_CONTENTION;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    List<Finding> findings = new ArrayList<>(MapComputations.findings(workload));
    findings.addAll(SharedComputation.findings(workload));
    ContendedLock.all(workload).stream()
        .filter(lock -> !lock.isConnectionPool() && !lock.isConvoy())
        .map(lock -> lock.finding(kind()))
        .flatMap(Optional::stream)
        .forEach(findings::add);
    return findings.isEmpty() && !LockEvents.recorded(workload)
        ? new Diagnosis.CannotTell(LockEvents.LACKING)
        : Diagnosis.of(findings);
  }
}
