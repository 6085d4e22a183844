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
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.ThreadTurnover;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Threads that are started and never end, and who starts them. */
final class ThreadLeakDetector implements Detector {
  /** Pools grow to their size by a few threads; a leak goes on. */
  private static final double LEAST_RISE = 8;

  private static final double LEAST_RISE_RATIO = 0.15;

  /** Where threads hand work to others and wait for it, two of them make one run. */
  private static final double USED_SHARE = 0.4;

  @Override
  public Kind kind() {
    return Kind.THREAD_LEAK;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    Course threads =
        Course.of(
                workload.summary().threads().active(), gauge -> OptionalDouble.of(gauge.minimum()))
            .after(Growth.WARM_UP_SHARE);
    if (threads.size() < Growth.LEAST_POINTS) {
      return new Diagnosis.CannotTell("jdk.JavaThreadStatistics was recorded too seldom");
    }
    double least = Math.max(LEAST_RISE, LEAST_RISE_RATIO * threads.first());
    return Diagnosis.of(
        Growth.of(threads, least)
            .filter(growth -> !areInUse(workload, growth))
            .map(growth -> List.of(finding(workload, growth)))
            .orElse(List.of()));
  }

  /** Whether more threads are there because more runs are at once, which needs them. */
  private static boolean areInUse(Workload workload, Growth growth) {
    Series<JobCounts> runs =
        workload.summary().jobs().byName().values().stream()
            .map(JobStatistics::series)
            .reduce(Series.empty(), Series::plus);
    Course atOnce =
        Course.of(
                runs, counts -> OptionalDouble.of((double) counts.serviceNanos() / runs.binNanos()))
            .after(Growth.WARM_UP_SHARE);
    return atOnce.size() >= Growth.LEAST_POINTS
        && atOnce.line().slope() >= USED_SHARE * growth.perSecond();
  }

  private Finding finding(Workload workload, Growth growth) {
    Impact impact = new Impact(Metric.THREADS, growth.first(), growth.last(), 0);
    Optional<Map.Entry<String, Series<ThreadTurnover>>> group = group(workload);
    ActorsByPlace starts = starts(workload, group.map(Map.Entry::getKey));
    Optional<Site> place = starts.most();
    Culprit culprit = Culprit.UNKNOWN.withThread(group.map(Map.Entry::getKey).orElse(""));
    return Finding.of(kind(), Severity.WARNING, Confidence.HIGH, impact)
        .withJobs(
            place.map(starts::at).flatMap(workload::mostlyJob).map(List::of).orElse(List.of()))
        .withCulprit(
            place.map(site -> culprit.withMethod(site.method(), site.line())).orElse(culprit))
        .withEvidence(
            Evidence.count("threads at last", growth.last()),
            new Evidence("growth", 60 * growth.perSecond(), "/min"))
        .withCaveats(Caveats.of(workload));
  }

  /** The group of threads of which most more started than ended. */
  private static Optional<Map.Entry<String, Series<ThreadTurnover>>> group(Workload workload) {
    return workload.summary().threads().turnover().entrySet().stream()
        .max(Comparator.comparingLong(entry -> left(entry.getValue())))
        .filter(entry -> left(entry.getValue()) > 0);
  }

  private static long left(Series<ThreadTurnover> series) {
    ThreadTurnover total = series.total(ThreadTurnover.EMPTY);
    return total.started() - total.ended();
  }

  /** The places where threads of a group were started, and by whom. */
  private static ActorsByPlace starts(Workload workload, Optional<String> group) {
    ActorsByPlace starts = new ActorsByPlace();
    workload
        .summary()
        .threads()
        .starts()
        .forEach(
            (key, count) -> {
              if (Optional.of(key.group()).equals(group)) {
                starts.add(key.site(), key.starter(), count);
              }
            });
    return starts;
  }
}
