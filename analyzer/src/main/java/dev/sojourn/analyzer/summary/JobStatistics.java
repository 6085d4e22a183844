package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * What is known of one job.
 *
 * @param counted the exact account, from {@code sojourn.JobSummary}; empty where a recording has
 *     none
 * @param sampled the account from {@code sojourn.JobRun}, by weight
 * @param failureClasses failed runs by the class of the exception
 * @param attempts runs by the number of the attempt, from 1
 * @param breakdown what the sojourn time is made of, by weight
 * @param components the same by the time at which the runs ended
 */
public record JobStatistics(
    JobAccount counted,
    JobAccount sampled,
    Map<String, Long> failureClasses,
    Map<Integer, Long> attempts,
    Breakdown breakdown,
    Series<ComponentTimes> components)
    implements Part<JobStatistics> {
  /** No run. */
  public static final JobStatistics EMPTY =
      new JobStatistics(
          JobAccount.EMPTY, JobAccount.EMPTY, Map.of(), Map.of(), Breakdown.EMPTY, Series.empty());

  /** The better account: the exact one where there is any. */
  public JobAccount account() {
    return counted.total().runs() + counted.total().rejected() > 0 ? counted : sampled;
  }

  /** The counts of all runs, of the better account. */
  public JobCounts total() {
    return account().total();
  }

  /** How long they took, of the better account. */
  public JobTimes times() {
    return account().times();
  }

  /** The counts by time, of the better account. */
  public Series<JobCounts> series() {
    return account().series();
  }

  /** Runs by the name of their executor, of the better account. */
  public Map<String, Long> executors() {
    return account().executors();
  }

  /** The same with the better account only. */
  JobStatistics settled() {
    boolean exact = account() == counted;
    return new JobStatistics(
        exact ? counted : JobAccount.EMPTY,
        exact ? JobAccount.EMPTY : sampled,
        failureClasses,
        attempts,
        breakdown,
        components);
  }

  /** The bins of all series. */
  long bins() {
    return counted.series().bins().size()
        + sampled.series().bins().size()
        + (long) components.bins().size();
  }

  /** The same with bins of 2<sup>level</sup> seconds, where they are shorter. */
  JobStatistics coarsened(int level) {
    return new JobStatistics(
        counted.coarsened(level),
        sampled.coarsened(level),
        failureClasses,
        attempts,
        breakdown,
        components.coarsened(level));
  }

  @Override
  public JobStatistics plus(JobStatistics other) {
    return new JobStatistics(
        counted.plus(other.counted),
        sampled.plus(other.sampled),
        Sums.ofCounts(failureClasses, other.failureClasses),
        Sums.ofCounts(attempts, other.attempts),
        breakdown.plus(other.breakdown),
        components.plus(other.components));
  }
}
