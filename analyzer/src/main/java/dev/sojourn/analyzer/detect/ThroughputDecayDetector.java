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
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Jobs of which as many run at once as before while fewer end. Where fewer arrive, fewer run, too,
 * which is how the two are told apart. Of what the clock starts nothing arrives, nor of tasks that
 * start the next one themselves: there fewer runs, and fewer at once, after some that failed are
 * tasks that are lost, since a task that throws is not started again. That tasks start the next one
 * is seen from as many fewer that run at once as have failed.
 */
final class ThroughputDecayDetector implements Detector {
  /** Concurrency that fell further says that there was less to do. */
  private static final double LEAST_CONCURRENCY_KEPT = 0.8;

  /** Where as many run at once and fewer end, each takes longer: by a part of that at least. */
  private static final double LEAST_SLOWDOWN = 1 + Drift.LEAST_RISE_RATIO / 2;

  /** A single one that failed while less was to do may be chance. */
  private static final int LEAST_LOST = 2;

  /** Who starts the next one may pause before it, so that not all that were lost ran at once. */
  private static final double LEAST_LOST_SHARE = 0.5;

  private static final double MOST_LOST_SHARE = 1.25;

  private static final double NANOS_PER_SECOND = 1e9;

  @Override
  public Kind kind() {
    return Kind.THROUGHPUT_DECAY;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    if (!workload.hasJobs()) {
      return Lacking.runs(workload);
    }
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, JobStatistics> job : workload.summary().jobs().byName().entrySet()) {
      finding(workload, job.getKey(), job.getValue()).ifPresent(findings::add);
    }
    return Diagnosis.of(findings);
  }

  private Optional<Finding> finding(Workload workload, String name, JobStatistics job) {
    Subject subject = workload.subject(name).orElseThrow();
    Series<JobCounts> series = whole(ServiceCourse.coarse(job.series()));
    double binSeconds = series.binNanos() / NANOS_PER_SECOND;
    return Drift.of(course(series, counts -> binSeconds / counts.runs()))
        .filter(decay -> takesLonger(job, series) || losesTasks(subject, job, series))
        .map(
            decay -> {
              Impact impact =
                  new Impact(
                      Metric.THROUGHPUT_PER_SECOND, 1 / decay.fromNanos(), 1 / decay.toNanos(), 0);
              return Finding.of(
                      kind(),
                      severity(workload, subject, job, series, decay),
                      Confidence.HIGH,
                      impact)
                  .withJobs(List.of(name))
                  .withCulprit(culprit(workload, subject, job, series))
                  .since(decay.sinceEpochNanos())
                  .withEvidence(
                      Evidence.share("fewer runs end, by", 1 - 1 / decay.factor()),
                      Evidence.count("run at once at last", concurrency(series).last()),
                      Evidence.count("failed runs", job.total().failures()))
                  .withCaveats(Caveats.of(workload));
            });
  }

  private static Culprit culprit(
      Workload workload, Subject subject, JobStatistics job, Series<JobCounts> series) {
    return losesTasks(subject, job, series)
        ? Culprit.UNKNOWN.withMethod(subject.name(), -1)
        : MovedComponent.of(job)
            .map(moved -> moved.culprit(workload, subject))
            .orElse(Culprit.UNKNOWN);
  }

  private static boolean losesTasks(Subject subject, JobStatistics job, Series<JobCounts> series) {
    return job.total().failures() > 0
        && !takesLonger(job, series)
        && (subject.isScheduled() || eachThatFailedWasTheLast(series));
  }

  /** Whether about as many fewer run at once at last than at first as failed in between. */
  private static boolean eachThatFailedWasTheLast(Series<JobCounts> series) {
    Course busy = concurrency(series);
    int quarter = busy.size() / 4;
    if (quarter == 0) {
      return false;
    }
    double fewer =
        mean(busy.part(0, quarter)) - mean(busy.part(busy.size() - quarter, busy.size()));
    double begin = busy.epochSeconds()[quarter / 2];
    double end = busy.epochSeconds()[busy.size() - 1 - quarter / 2];
    long failed =
        series.bins().entrySet().stream()
            .filter(bin -> bin.getKey() >= begin && bin.getKey() < end)
            .mapToLong(bin -> bin.getValue().failures())
            .sum();
    return failed >= LEAST_LOST
        && fewer >= LEAST_LOST_SHARE * failed
        && fewer <= MOST_LOST_SHARE * failed;
  }

  /** Without the first and the last bin, which the recording may cover in part. */
  private static Series<JobCounts> whole(Series<JobCounts> series) {
    Map<Long, JobCounts> bins = new TreeMap<>(series.bins());
    if (bins.size() > 2) {
      bins.remove(Collections.min(bins.keySet()));
      bins.remove(Collections.max(bins.keySet()));
    }
    return new Series<>(series.level(), bins);
  }

  private static Severity severity(
      Workload workload,
      Subject subject,
      JobStatistics job,
      Series<JobCounts> series,
      Drift decay) {
    Severity severity =
        decay.factor() >= Drift.CRITICAL_FACTOR ? Severity.CRITICAL : Severity.WARNING;
    boolean late =
        takesLonger(job, series)
            && (OtherLoad.explains(workload, subject, job, decay)
                || MovedComponent.of(job).filter(MovedComponent::isWantOfProcessors).isPresent());
    boolean explained = OtherLoad.explains(workload, decay.factor()) || late;
    return explained ? Severity.INFO : severity;
  }

  /** Whether fewer end because each takes longer: then no fewer run at once. */
  private static boolean takesLonger(JobStatistics job, Series<JobCounts> series) {
    return keepsBusy(series) && slowsDown(job);
  }

  private static boolean keepsBusy(Series<JobCounts> series) {
    Course busy = concurrency(series);
    int quarter = busy.size() / 4;
    return mean(busy.part(busy.size() - quarter, busy.size()))
        >= LEAST_CONCURRENCY_KEPT * mean(busy.part(0, quarter));
  }

  private static boolean slowsDown(JobStatistics job) {
    Course times = ServiceCourse.whole(job);
    int quarter = times.size() / 4;
    return quarter > 0
        && Quantiles.median(times.part(times.size() - quarter, times.size()).values())
            >= LEAST_SLOWDOWN * Quantiles.median(times.part(0, quarter).values());
  }

  private static double mean(Course course) {
    return Arrays.stream(course.values()).average().orElse(0);
  }

  private static Course concurrency(Series<JobCounts> series) {
    return course(series, counts -> (double) counts.serviceNanos() / series.binNanos());
  }

  private static Course course(Series<JobCounts> series, ToDoubleFunction<JobCounts> figure) {
    return ServiceCourse.warm(
        Course.of(
            series,
            counts ->
                counts.runs() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(figure.applyAsDouble(counts))));
  }
}
