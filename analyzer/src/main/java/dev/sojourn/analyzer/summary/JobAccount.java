package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * One account of the runs of a job.
 *
 * @param total all runs
 * @param times how long they took
 * @param series what is counted of them, by the time at which they ended
 * @param executors runs by the name of their executor; runs without one are not in it
 */
public record JobAccount(
    JobCounts total, JobTimes times, Series<JobCounts> series, Map<String, Long> executors)
    implements Part<JobAccount> {
  /** No run. */
  public static final JobAccount EMPTY =
      new JobAccount(JobCounts.EMPTY, JobTimes.EMPTY, Series.empty(), Map.of());

  /** The same with bins of 2<sup>level</sup> seconds, where they are shorter. */
  JobAccount coarsened(int level) {
    return new JobAccount(total, times, series.coarsened(level), executors);
  }

  @Override
  public JobAccount plus(JobAccount other) {
    return new JobAccount(
        total.plus(other.total),
        times.plus(other.times),
        series.plus(other.series),
        Sums.ofCounts(executors, other.executors));
  }
}
