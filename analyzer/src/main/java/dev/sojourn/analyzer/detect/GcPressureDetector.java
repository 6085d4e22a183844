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
import dev.sojourn.analyzer.summary.AllocationKey;
import dev.sojourn.analyzer.summary.Amount;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Jobs that stand still for garbage collection, and where most is allocated. */
final class GcPressureDetector implements Detector {
  /**
   * A pause now and then, even a long one, is what collectors are for; jobs that are short lose
   * much of their time if it hits them, and yet there is nothing to mend.
   */
  private static final double LEAST_PAUSE_RATIO = 0.05;

  /** Who comes in so much of the time finds everything at a standstill, however short its job. */
  private static final double ALARMING_PAUSE_RATIO = 0.1;

  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public Kind kind() {
    return Kind.GC_PRESSURE;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    TimeTotal pauses = workload.summary().garbageCollections().pauseSeries().total(TimeTotal.EMPTY);
    if (pauses.count() == 0
        && workload.summary().garbageCollections().collectors().isEmpty()
        && !Recorded.event(workload, "jdk.GarbageCollection")) {
      return new Diagnosis.CannotTell("jdk.GCPhasePause was not recorded");
    }
    Harm harm = workload.harm(losses(workload));
    Optional<Finding> finding =
        workload.pauseRatio() >= ALARMING_PAUSE_RATIO
            ? Optional.of(alarming(workload, harm))
            : harm.severity()
                .map(severity -> severity.atMost(limit(workload)))
                .map(severity -> finding(severity, harm));
    return Diagnosis.of(
        finding
            .map(
                found ->
                    found
                        .withCulprit(culprit(workload))
                        .withEvidence(evidence(workload, pauses))
                        .withEvidence(RequestedCollections.evidence(workload))
                        .withCaveats(Caveats.of(workload)))
            .map(List::of)
            .orElse(List.of()));
  }

  private Finding finding(Severity severity, Harm harm) {
    return Finding.of(kind(), severity, Confidence.HIGH, harm.impact()).withJobs(harm.jobs());
  }

  /** Jobs so short that their own time hardly counts are stopped as all others are. */
  private Finding alarming(Workload workload, Harm harm) {
    Severity severity =
        workload.pauseRatio() >= Harm.CRITICAL_SHARE ? Severity.CRITICAL : Severity.WARNING;
    return harm.severity()
        .map(worst -> finding(worst.atLeast(severity), harm))
        .orElseGet(
            () ->
                Finding.of(kind(), severity, Confidence.HIGH, impact(workload))
                    .withJobs(workload.subjects().stream().map(Subject::name).toList()));
  }

  private static Impact impact(Workload workload) {
    double millis =
        workload.subjects().stream().mapToDouble(Subject::meanSojournNanos).max().orElse(0)
            / NANOS_PER_MILLI;
    double ratio = workload.pauseRatio();
    return new Impact(Metric.SOJOURN_MEAN_MILLIS, millis * (1 - ratio), millis, ratio);
  }

  private static Severity limit(Workload workload) {
    // collectors that have to share their processors pause for longer
    double least = LEAST_PAUSE_RATIO * (workload.isStarved() ? 2 : 1);
    return workload.pauseRatio() >= least ? Severity.CRITICAL : Severity.INFO;
  }

  /** Pauses stop all jobs alike, so what a job lost is known even where its runs are not. */
  private static List<Loss> losses(Workload workload) {
    List<Loss> losses = new ArrayList<>();
    for (Subject subject : workload.subjects()) {
      double nanos =
          Math.max(subject.nanos(Component.GC), workload.pauseRatio() * subject.serviceNanos());
      losses.add(subject.loss(nanos, subject.tail().share(Component.GC)));
    }
    return losses;
  }

  private static Culprit culprit(Workload workload) {
    return RequestedCollections.areMost(workload)
        ? RequestedCollections.culprit(workload)
        : allocating(workload);
  }

  private static Culprit allocating(Workload workload) {
    Map<String, Long> methods = new TreeMap<>();
    workload
        .summary()
        .allocations()
        .byKey()
        .forEach((key, amount) -> methods.merge(key.site().method(), amount.bytes(), Long::sum));
    return methods.entrySet().stream()
        .filter(method -> !method.getKey().isEmpty())
        .max(Map.Entry.comparingByValue())
        .flatMap(method -> most(workload, method.getKey()))
        .map(
            key ->
                Culprit.UNKNOWN
                    .withMethod(key.site().method(), key.site().line())
                    .withClassName(key.className()))
        .orElse(Culprit.UNKNOWN);
  }

  private static Optional<AllocationKey> most(Workload workload, String method) {
    return workload.summary().allocations().byKey().entrySet().stream()
        .filter(entry -> entry.getKey().site().method().equals(method))
        .max(Comparator.comparingLong(entry -> entry.getValue().bytes()))
        .map(Map.Entry::getKey);
  }

  private static Evidence[] evidence(Workload workload, TimeTotal pauses) {
    Distribution lengths = workload.summary().garbageCollections().pauses();
    double seconds = workload.coveredNanos() / 1e9;
    long allocatedBytes =
        workload.summary().allocations().byKey().values().stream().mapToLong(Amount::bytes).sum();
    return new Evidence[] {
      Evidence.share("time in pauses", pauses.totalNanos() / (seconds * 1e9)),
      Evidence.count("pauses", pauses.count()),
      Evidence.nanos("longest pause", pauses.maxNanos()),
      Evidence.nanos("median pause", lengths.quantileNanos(0.5)),
      new Evidence("allocation, by samples", allocatedBytes / seconds, "bytes/s")
    };
  }
}
