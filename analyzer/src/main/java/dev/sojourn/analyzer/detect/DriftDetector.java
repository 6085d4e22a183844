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
import dev.sojourn.analyzer.statistics.Quantiles;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Jobs whose service time went up while they were recorded.
 *
 * @param kind a trend or a shift
 */
record DriftDetector(Kind kind) implements Detector {
  /** A rise of which one component shows this part is the doing of that one. */
  private static final double MOST_PART = 0.5;

  private static final double MORE_LOAD_FACTOR = 1.5;

  /** What others add to a run by having the processors. */
  private static final Set<Component> NOT_OWN = EnumSet.of(Component.READY, Component.GC);

  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public Diagnosis detect(Workload workload) {
    if (!workload.hasJobs()) {
      return ofCrews(workload);
    }
    List<Finding> findings = new ArrayList<>();
    boolean told = false;
    Disturbance disturbance = workload.disturbance();
    for (Map.Entry<String, JobStatistics> job : workload.summary().jobs().byName().entrySet()) {
      Course whole = ServiceCourse.whole(job.getValue());
      told |= whole.isLong();
      int level = ServiceCourse.coarse(job.getValue().series()).level();
      Optional<Drift> own = own(job.getValue());
      own.or(() -> Drift.of(disturbance.undisturbed(whole, level)))
          .or(
              () ->
                  Drift.of(disturbance.undisturbed(ServiceCourse.explained(job.getValue()), level)))
          .filter(drift -> drift.kind() == kind)
          .flatMap(drift -> finding(workload, job.getKey(), job.getValue(), drift, own.isPresent()))
          .ifPresent(findings::add);
    }
    return findings.isEmpty() && !told
        ? new Diagnosis.CannotTell("the recording is too short, or has too few runs, for a trend")
        : Diagnosis.of(findings);
  }

  /**
   * A rise of what a job computes, which is its own whoever else computes, and shows without what
   * it waits for a processor. Answers and locks are late because others wait for one.
   */
  private static Optional<Drift> own(JobStatistics job) {
    return MovedComponent.of(job, NOT_OWN)
        .filter(moved -> moved.component() == Component.CPU)
        .flatMap(moved -> Drift.of(ServiceCourse.wanted(job)));
  }

  private Diagnosis ofCrews(Workload workload) {
    List<Finding> findings = workload.hasAgent() ? List.of() : CrewDrift.findings(workload, kind);
    return findings.isEmpty() ? Lacking.runs(workload) : Diagnosis.of(findings);
  }

  /**
   * The finding of a drift.
   *
   * @param own whether it was seen without what waiting for a processor adds
   */
  private Optional<Finding> finding(
      Workload workload, String name, JobStatistics job, Drift drift, boolean own) {
    Subject subject = workload.subject(name).orElseThrow();
    double meanNanos = (double) job.total().serviceNanos() / Math.max(1, job.total().runs());
    double typicalNanos = Math.min(meanNanos, drift.toNanos());
    double extraNanos = Math.max(0, typicalNanos - drift.fromNanos()) * job.total().runs();
    double share = extraNanos / Math.max(1, subject.sojournNanos());
    if (extraNanos < Harm.LEAST_CONCURRENCY * workload.coveredNanos()) {
      return Optional.empty();
    }
    Optional<MovedComponent> moved = MovedComponent.of(job, own ? NOT_OWN : Set.of());
    Impact impact =
        new Impact(
            Metric.SERVICE_MEAN_MILLIS,
            drift.fromNanos() / NANOS_PER_MILLI,
            drift.toNanos() / NANOS_PER_MILLI,
            Math.min(1, share));
    return Optional.of(
        Finding.of(kind, severity(workload, subject, job, drift, moved), Confidence.HIGH, impact)
            .withJobs(List.of(name))
            .withCulprit(moved.map(what -> what.culprit(workload, subject)).orElse(Culprit.UNKNOWN))
            .since(drift.sinceEpochNanos())
            .withEvidence(evidence(drift, moved))
            .withCaveats(Caveats.of(workload)));
  }

  private static Severity severity(
      Workload workload,
      Subject subject,
      JobStatistics job,
      Drift drift,
      Optional<MovedComponent> moved) {
    boolean borneOut =
        moved.isEmpty()
            || moved.get().riseNanos()
                >= OtherLoad.LEAST_PART * (drift.toNanos() - drift.fromNanos());
    Severity severity =
        drift.factor() >= Drift.CRITICAL_FACTOR ? Severity.CRITICAL : Severity.WARNING;
    boolean explained =
        OtherLoad.explains(workload, subject, job, drift)
            || isUnderMoreLoad(job)
            || moved.filter(MovedComponent::isWantOfProcessors).isPresent()
            || isSharedCore(drift, moved);
    return explained || !borneOut ? Severity.INFO : severity;
  }

  /**
   * Whether the same work takes more time on the processor from one moment on, but less than twice
   * as much: that is what a neighbour on the same core does, of whom a virtual machine sees
   * nothing. Where it computes more than twice as much, that is the job's own, however small a part
   * of the whole.
   */
  private static boolean isSharedCore(Drift drift, Optional<MovedComponent> moved) {
    return drift.kind() == Kind.LATENCY_SHIFT
        && drift.factor() < OtherLoad.MOST_FACTOR
        && moved
            .filter(what -> what.component() == Component.CPU)
            .filter(what -> !isMoreWork(drift, what))
            .isPresent();
  }

  private static boolean isMoreWork(Drift drift, MovedComponent moved) {
    return moved.toNanos() >= OtherLoad.MOST_FACTOR * moved.fromNanos()
        && moved.riseNanos() >= MOST_PART * (drift.toNanos() - drift.fromNanos());
  }

  /** Whether many more runs came at the end than at the begin, which makes most services slower. */
  private static boolean isUnderMoreLoad(JobStatistics job) {
    double[] runs =
        ServiceCourse.coarse(job.series()).bins().values().stream()
            .skip(1)
            .mapToDouble(JobCounts::runs)
            .toArray();
    int third = runs.length / 3;
    return third > 0
        && Quantiles.median(Arrays.copyOfRange(runs, runs.length - third, runs.length))
            >= MORE_LOAD_FACTOR * Quantiles.median(Arrays.copyOf(runs, third));
  }

  private static Evidence[] evidence(Drift drift, Optional<MovedComponent> moved) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("service time became", drift.factor(), "times as long"));
    moved.ifPresent(
        what -> {
          String component = what.component().told().name().toLowerCase(Locale.ROOT);
          evidence.add(Evidence.nanos(component + " per run at first", what.fromNanos()));
          evidence.add(Evidence.nanos(component + " per run at last", what.toNanos()));
        });
    evidence.add(drift.proof());
    return evidence.toArray(Evidence[]::new);
  }
}
