package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.statistics.Interval;
import dev.sojourn.analyzer.statistics.LeastSquares;
import dev.sojourn.analyzer.statistics.TheilSen;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each run of a job leaves behind on the heap: the slope of the live set over the runs that
 * have ended.
 *
 * @param job whose runs
 * @param bytesPerRun with its interval
 * @param toldApart whether the runs of other jobs were accounted for; else it is what each run
 *     leaves behind if all the growth is this job's
 */
record LeakingJob(String job, Interval bytesPerRun, boolean toldApart) {
  private static final double LEVEL = 0.95;

  /** Jobs beyond these, by what they allocate, are not what fills a heap. */
  private static final int MOST_JOBS = 8;

  /** The growth of which most is not this job's has another cause. */
  private static final double MOST_OF_GROWTH = 0.5;

  /**
   * The one job that leaves something behind when the runs of all jobs are accounted for; empty
   * where jobs run so much in step that it could be another.
   */
  static Optional<LeakingJob> find(Workload workload, Course live) {
    List<String> jobs = candidates(workload, live);
    if (jobs.isEmpty() || live.size() < 2 * jobs.size() + Growth.LEAST_POINTS) {
      return Optional.empty();
    }
    double[][] runs = jobs.stream().map(job -> runs(workload, job, live)).toArray(double[][]::new);
    return LeastSquares.fit(runs, live.values(), LEVEL)
        .flatMap(fit -> leaking(jobs, runs, fit, live));
  }

  /** The same of a job that is known to leave something behind, whatever others do. */
  static Optional<LeakingJob> of(Workload workload, String job, Course live) {
    if (live.size() < Growth.LEAST_POINTS) {
      return Optional.empty();
    }
    double[] runs = runs(workload, job, live);
    if (runs[runs.length - 1] <= runs[0]) {
      return Optional.empty();
    }
    TheilSen line = TheilSen.fit(runs, live.values(), live.trend().variance(), LEVEL);
    boolean alone = candidates(workload, live).size() == 1;
    return Optional.of(
        new LeakingJob(job, new Interval(line.low(), line.slope(), line.high()), alone));
  }

  List<Evidence> evidence() {
    String label = toldApart ? "" : ", if all is left by this job";
    return List.of(
        Evidence.bytes("left behind by each run" + label, bytesPerRun.value()),
        Evidence.bytes("by each run at least", bytesPerRun.low()),
        Evidence.bytes("by each run at most", bytesPerRun.high()));
  }

  private static Optional<LeakingJob> leaking(
      List<String> jobs, double[][] runs, LeastSquares fit, Course live) {
    List<LeakingJob> leaking = new ArrayList<>();
    double growth = live.line().slope() * live.seconds();
    for (int i = 0; i < jobs.size(); i++) {
      Interval slope = fit.slopes().get(i);
      double left = slope.value() * (runs[i][live.size() - 1] - runs[i][0]);
      if (slope.low() > 0 && left >= MOST_OF_GROWTH * growth) {
        leaking.add(new LeakingJob(jobs.get(i), slope, true));
      }
    }
    return leaking.size() == 1 ? Optional.of(leaking.get(0)) : Optional.empty();
  }

  private static List<String> candidates(Workload workload, Course live) {
    Comparator<Map.Entry<String, JobStatistics>> most =
        Comparator.comparingLong(
            (Map.Entry<String, JobStatistics> job) -> -job.getValue().total().allocatedBytes());
    return workload.summary().jobs().byName().entrySet().stream()
        .filter(job -> runs(workload, job.getKey(), live)[live.size() - 1] > 0)
        .sorted(
            most.thenComparing(job -> -job.getValue().total().runs())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_JOBS)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The runs that have ended by each point, in a bin in proportion to the time. */
  private static double[] runs(Workload workload, String job, Course live) {
    Series<JobCounts> series = workload.summary().jobs().byName().get(job).series();
    double binSeconds = 1L << series.level();
    double[] runs = new double[live.size()];
    series
        .bins()
        .forEach(
            (second, counts) -> {
              for (int i = 0; i < runs.length; i++) {
                double part = (live.epochSeconds()[i] + 1 - second) / binSeconds;
                runs[i] += counts.runs() * Math.max(0, Math.min(1, part));
              }
            });
    return runs;
  }
}
