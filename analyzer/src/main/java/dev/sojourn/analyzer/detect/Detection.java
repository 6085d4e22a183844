package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Findings;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Unknown;
import dev.sojourn.analyzer.summary.Summary;
import java.util.ArrayList;
import java.util.List;

/** From a summary to findings. Stateless, so any thread may call it. */
public final class Detection {
  static final List<Detector> DETECTORS =
      List.of(
          new LockContentionDetector(),
          new LockConvoyDetector(),
          new QueueingDetector(Kind.THREAD_POOL_SATURATION),
          new QueueingDetector(Kind.SERIAL_STAGE),
          new QueueingDetector(Kind.HEAD_OF_LINE_BLOCKING),
          new QueueingDetector(Kind.POOL_STARVATION),
          new DownstreamLatencyDetector(),
          new CpuBoundDetector(),
          new HeapLeakDetector(Kind.HEAP_LEAK),
          new HeapLeakDetector(Kind.THREAD_LOCAL_LEAK),
          new ConnectionPoolDetector(),
          new FileIoDetector(),
          new GcPressureDetector(),
          new ThreadPinningDetector(),
          new CpuThrottlingDetector(),
          new DriftDetector(Kind.LATENCY_TREND),
          new DriftDetector(Kind.LATENCY_SHIFT));

  private Detection() {}

  /** All that can be found, and all of which nothing can be told. */
  public static Findings detect(Summary summary) {
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
    return new Findings(new CauseOrder(workload).apply(found), unknown);
  }
}
