package dev.sojourn.analyzer.summary;

/**
 * What threads of like names spent their time on, inside jobs and outside: what there is to say of
 * a recording without jobs.
 *
 * @param components time by component and time of day; what is not known is not in it
 * @param samples how often they were seen on a processor
 * @param inJobsNanos the part of the time that is inside runs of jobs
 */
public record ThreadGroup(Series<ComponentTimes> components, long samples, long inJobsNanos)
    implements Part<ThreadGroup> {
  /** Nothing. */
  public static final ThreadGroup EMPTY = new ThreadGroup(Series.empty(), 0, 0);

  @Override
  public ThreadGroup plus(ThreadGroup other) {
    return new ThreadGroup(
        components.plus(other.components),
        samples + other.samples,
        inJobsNanos + other.inJobsNanos);
  }
}
