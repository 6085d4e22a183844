package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Gauge;
import java.util.List;

/** Jobs that stand still because the container has used up its CPU limit. */
final class CpuThrottlingDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.CPU_THROTTLING;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    Gauge throttled = workload.summary().cpu().throttledNanos().total(Gauge.EMPTY);
    if (throttled.samples() < 2) {
      return new Diagnosis.CannotTell(
          "jdk.ContainerCPUThrottling was not recorded; it is where there is a CPU limit");
    }
    Harm harm =
        workload.harm(
            workload.subjects().stream()
                .map(subject -> subject.loss(Component.THROTTLED))
                .toList());
    double throttledNanos = throttled.maximum() - throttled.minimum();
    return Diagnosis.of(
        harm.severity()
            .map(severity -> Finding.of(kind(), severity, Confidence.HIGH, harm.impact()))
            .map(
                found ->
                    found
                        .withJobs(harm.jobs())
                        .withEvidence(
                            Evidence.share(
                                "throttled, summed over threads, of the time",
                                throttledNanos / workload.coveredNanos()),
                            Evidence.count("processors", workload.processors()))
                        .withCaveats(Caveats.of(workload)))
            .map(List::of)
            .orElse(List.of()));
  }
}
