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
import dev.sojourn.analyzer.statistics.Interval;
import dev.sojourn.analyzer.statistics.UniversalScalability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Concurrency beyond which throughput falls, by the Universal Scalability Law, where the recording
 * spans enough concurrency to know.
 */
final class CapacityLimitDetector implements Detector {
  /** A peak of which less is known is none. */
  private static final double MOST_RELATIVE_REACH = 0.4;

  /** Loss of throughput past the peak below which it is noise. */
  private static final double LEAST_LOSS_RATIO = 0.1;

  @Override
  public Kind kind() {
    return Kind.CAPACITY_LIMIT;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    List<Finding> findings = new ArrayList<>();
    boolean spans = false;
    for (var job : workload.summary().jobs().byName().entrySet()) {
      ScalingPoints points = ScalingPoints.of(ServiceCourse.coarse(job.getValue().series()));
      spans |= points.spanEnough();
      finding(workload, job.getKey(), points).ifPresent(findings::add);
    }
    return findings.isEmpty() && !spans
        ? new Diagnosis.CannotTell("no job ran at concurrencies that differ enough")
        : Diagnosis.of(findings);
  }

  private Optional<Finding> finding(Workload workload, String job, ScalingPoints points) {
    return points
        .fit()
        .filter(fit -> fit.peak().filter(this::isKnown).isPresent())
        .filter(fit -> fit.peak().orElseThrow().high() < points.mostConcurrency())
        .filter(
            fit -> impact(fit, points).to() <= (1 - LEAST_LOSS_RATIO) * impact(fit, points).from())
        .map(fit -> finding(workload, job, points, fit));
  }

  private Finding finding(
      Workload workload, String job, ScalingPoints points, UniversalScalability fit) {
    Interval peak = fit.peak().orElseThrow();
    Optional<BindingResource> binding =
        BindingResource.of(workload.summary().jobs().byName().get(job), peak.value());
    Severity severity = OtherLoad.rose(workload) ? Severity.INFO : Severity.WARNING;
    return Finding.of(kind(), severity, Confidence.MEDIUM, impact(fit, points))
        .withJobs(List.of(job))
        .withCulprit(culprit(workload, job, binding))
        .withEvidence(
            Evidence.count("concurrency of most throughput", peak.value()),
            Evidence.count("at least", peak.low()),
            Evidence.count("at most", peak.high()),
            Evidence.count("highest concurrency", points.mostConcurrency()),
            Evidence.share("serial share", fit.sigma()))
        .withEvidence(
            binding.map(BindingResource::evidence).orElse(List.of()).toArray(Evidence[]::new))
        .withCaveats(Caveats.of(workload));
  }

  private static Impact impact(UniversalScalability fit, ScalingPoints points) {
    return new Impact(
        Metric.THROUGHPUT_PER_SECOND,
        fit.throughputPerSecond(fit.peak().orElseThrow().value()),
        fit.throughputPerSecond(points.mostConcurrency()),
        0);
  }

  /** What binds, and the executor that limits how many run at once. */
  private static Culprit culprit(Workload workload, String job, Optional<BindingResource> binding) {
    Culprit culprit =
        binding
            .map(resource -> resource.culprit(workload, workload.subject(job).orElseThrow()))
            .orElse(Culprit.UNKNOWN);
    return workload.pools().stream()
        .filter(
            pool -> workload.subjectsOf(pool.name()).stream().anyMatch(s -> s.name().equals(job)))
        .findFirst()
        .map(pool -> culprit.withExecutor(pool.name()))
        .orElse(culprit);
  }

  private boolean isKnown(Interval peak) {
    return peak.relativeReach() <= MOST_RELATIVE_REACH;
  }
}
