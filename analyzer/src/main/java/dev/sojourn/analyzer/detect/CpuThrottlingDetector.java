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
    List<Gauge> counters =
        workload.summary().cpu().throttledNanos().values().stream()
            .map(counter -> counter.total(Gauge.EMPTY))
            .filter(counter -> counter.samples() > 1)
            .toList();
    if (counters.isEmpty()) {
      return new Diagnosis.CannotTell(
          "jdk.ContainerCPUThrottling was not recorded; it is where there is a CPU limit");
    }
    Harm harm =
        workload.harm(
            workload.subjects().stream()
                .map(subject -> subject.loss(Component.THROTTLED))
                .toList());
    double throttledNanos =
        counters.stream().mapToDouble(counter -> counter.maximum() - counter.minimum()).sum();
    return Diagnosis.of(
        harm.severity()
            .map(severity -> Finding.of(kind(), severity, Confidence.HIGH, harm.impact()))
            .map(
                found ->
                    found
                        .withJobs(harm.jobs())
                        .withEvidence(
                            Evidence.share(
                                "throttled, summed over processors, of the time",
                                throttledNanos / workload.coveredNanos()),
                            Evidence.count("processors", workload.processors()))
                        .withCaveats(Caveats.of(workload)))
            .map(List::of)
            .orElse(List.of()));
  }
}
