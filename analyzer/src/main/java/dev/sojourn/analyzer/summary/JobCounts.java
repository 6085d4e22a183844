package dev.sojourn.analyzer.summary;

/**
 * What is counted of the runs of a job.
 *
 * @param runs ended runs, failures included
 * @param failures runs that an exception ended
 * @param rejected tasks that the executor rejected
 * @param nested those of the runs that ran inside another run
 * @param waitingNanos exact sum of the waiting times
 * @param waitingRuns the runs for which the waiting time is known
 * @param serviceNanos exact sum of the service times
 * @param cpuNanos CPU time of the measured runs
 * @param allocatedBytes bytes allocated by the measured runs
 * @param measuredRuns the runs whose CPU time and allocation were measured
 * @param measuredServiceNanos their service time
 */
public record JobCounts(
    long runs,
    long failures,
    long rejected,
    long nested,
    long waitingNanos,
    long waitingRuns,
    long serviceNanos,
    long cpuNanos,
    long allocatedBytes,
    long measuredRuns,
    long measuredServiceNanos)
    implements Part<JobCounts> {
  /** No run. */
  public static final JobCounts EMPTY = new JobCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Exact sum of the sojourn times: waiting and service. */
  public long sojournNanos() {
    return waitingNanos + serviceNanos;
  }

  @Override
  public JobCounts plus(JobCounts other) {
    return new JobCounts(
        runs + other.runs,
        failures + other.failures,
        rejected + other.rejected,
        nested + other.nested,
        waitingNanos + other.waitingNanos,
        waitingRuns + other.waitingRuns,
        serviceNanos + other.serviceNanos,
        cpuNanos + other.cpuNanos,
        allocatedBytes + other.allocatedBytes,
        measuredRuns + other.measuredRuns,
        measuredServiceNanos + other.measuredServiceNanos);
  }
}
