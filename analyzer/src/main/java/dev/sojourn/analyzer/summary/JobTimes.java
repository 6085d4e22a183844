package dev.sojourn.analyzer.summary;

/**
 * How long runs of a job took.
 *
 * @param waiting waiting times of the runs for which they are known
 * @param service service times
 * @param sojourn sojourn times
 */
public record JobTimes(Distribution waiting, Distribution service, Distribution sojourn)
    implements Part<JobTimes> {
  /** No run. */
  public static final JobTimes EMPTY =
      new JobTimes(Distribution.empty(), Distribution.empty(), Distribution.empty());

  @Override
  public JobTimes plus(JobTimes other) {
    return new JobTimes(
        waiting.plus(other.waiting), service.plus(other.service), sojourn.plus(other.sojourn));
  }
}
