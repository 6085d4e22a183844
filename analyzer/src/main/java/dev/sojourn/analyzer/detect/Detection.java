package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Findings;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.finding.Unknown;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** From a summary to findings. Stateless, so any thread may call it. */
public final class Detection {
  static final List<Detector> DETECTORS =
      List.of(
          new DeadlockDetector(),
          new LockContentionDetector(),
          new LockConvoyDetector(),
          new QueueingDetector(Kind.THREAD_POOL_SATURATION),
          new QueueingDetector(Kind.SERIAL_STAGE),
          new QueueingDetector(Kind.HEAD_OF_LINE_BLOCKING),
          new QueueingDetector(Kind.POOL_STARVATION),
          new QueueingDetector(Kind.OVERLOAD),
          new QueueingDetector(Kind.SLOW_RECOVERY),
          new ConnectionPoolDetector(),
          new ThreadPinningDetector(),
          new DownstreamLatencyDetector(),
          new FileIoDetector(),
          new CpuBoundDetector(),
          new CpuThrottlingDetector(),
          new GcPressureDetector(),
          new RetryStormDetector(),
          new ClassInitDetector(),
          new HeapLeakDetector(Kind.HEAP_LEAK),
          new HeapLeakDetector(Kind.THREAD_LOCAL_LEAK),
          new ThreadLeakDetector(),
          new ClassLoaderLeakDetector(),
          new DirectMemoryLeakDetector(),
          new QueueGrowthDetector(),
          new DriftDetector(Kind.LATENCY_TREND),
          new DriftDetector(Kind.LATENCY_SHIFT),
          new ThroughputDecayDetector(),
          new CapacityLimitDetector());

  private static final String OF_BASELINE =
      "a baseline tells what comparisons ask for; a recording, or summarize --full, tells this";

  private Detection() {}

  /** All that can be found, and all of which nothing can be told. */
  public static Findings detect(Summary summary) {
    if (summary.bounds().baseline()) {
      return new Findings(
          List.of(),
          DETECTORS.stream().map(detector -> new Unknown(detector.kind(), OF_BASELINE)).toList());
    }
    Workload workload = new Workload(summary);
    List<Finding> found = new ArrayList<>();
    List<Unknown> unknown = new ArrayList<>();
    for (Detector detector : DETECTORS) {
      Diagnosis diagnosis = detector.detect(workload);
      if (diagnosis instanceof Diagnosis.Found some) {
        found.addAll(some.findings());
      } else if (diagnosis instanceof Diagnosis.CannotTell cannot) {
        unknown.add(new Unknown(detector.kind(), cannot.why()));
      }
    }
    List<Finding> ordered = new ArrayList<>(new CauseOrder(workload).apply(found));
    ordered.replaceAll(finding -> withSlowRuns(workload, finding));
    if (!workload.hasJobs()) {
      Tasks tasks = Tasks.of(workload);
      ordered.replaceAll(finding -> ofTasks(tasks, finding));
    }
    return new Findings(ordered, unknown);
  }

  /**
   * The same with the tasks that the threads run. A thread that runs none may stand where it does
   * by design: it serves, watches, or sends something now and then, and nobody waits for it.
   */
  private static Finding ofTasks(Tasks tasks, Finding finding) {
    boolean harmless =
        !CauseOrder.takes(finding.kind()).isEmpty()
            && !finding.jobs().isEmpty()
            && finding.jobs().stream().noneMatch(tasks::areRunBy);
    return (harmless ? finding.atMost(Severity.INFO) : finding)
        .withJobs(tasks.named(finding.jobs()).toList());
  }

  /** The same with what it has to do with the slow runs of the job that it harms most. */
  private static Finding withSlowRuns(Workload workload, Finding finding) {
    Set<Component> takes = CauseOrder.takes(finding.kind());
    if (takes.isEmpty() || finding.severity() == Severity.INFO) {
      return finding;
    }
    return finding.jobs().stream()
        .findFirst()
        .map(job -> workload.summary().jobs().byName().get(job))
        .flatMap(job -> SlowRuns.of(job.breakdown()))
        .map(slow -> finding.withEvidence(slow.evidence(takes).toArray(Evidence[]::new)))
        .orElse(finding);
  }
}
