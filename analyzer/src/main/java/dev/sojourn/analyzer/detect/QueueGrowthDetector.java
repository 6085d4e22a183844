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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Queues into which more goes than comes out: those of executors, and those on the heap. */
final class QueueGrowthDetector implements Detector {
  private final Detector onHeap = new HeapLeakDetector(Kind.QUEUE_GROWTH);

  @Override
  public Kind kind() {
    return Kind.QUEUE_GROWTH;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    List<Finding> findings = new ArrayList<>();
    for (Pool pool : workload.pools()) {
      finding(workload, pool).ifPresent(findings::add);
    }
    Diagnosis heap = onHeap.detect(workload);
    if (heap instanceof Diagnosis.Found found) {
      findings.addAll(found.findings());
    }
    boolean sampled = workload.pools().stream().anyMatch(pool -> pool.bins() > 0);
    return findings.isEmpty() && !sampled ? heap : Diagnosis.of(findings);
  }

  private Optional<Finding> finding(Workload workload, Pool pool) {
    Course course = pool.queueLength();
    return Growth.of(course, pool.longQueueLength())
        .map(
            growth ->
                Finding.of(
                        kind(),
                        Severity.WARNING,
                        Confidence.HIGH,
                        new Impact(Metric.QUEUE_LENGTH, growth.first(), growth.last(), 0))
                    .withJobs(workload.subjectsOf(pool.name()).stream().map(Subject::name).toList())
                    .withCulprit(Culprit.UNKNOWN.withExecutor(pool.name()))
                    .withEvidence(
                        new Evidence("growth", growth.perSecond(), "tasks/s"),
                        Evidence.count("threads", pool.mostThreads()),
                        Evidence.share("threads in use", pool.utilizationRatio()))
                    .withCaveats(Caveats.of(workload)));
  }
}
