package dev.sojourn.analyzer.detect;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * How often something failed.
 *
 * @param count exceptions that were created, but for refused tasks, or else failed runs
 * @param perRun the same for each run
 * @param failedRuns runs that an exception ended
 * @param retriedRuns runs that a framework says are no first attempt
 */
record Failures(double count, double perRun, long failedRuns, long retriedRuns) {
  /** Starting takes exceptions of its own, of class loaders above all. */
  private static final double START_SHARE = 0.25;

  /** So does stopping: connections are closed, threads are interrupted. */
  private static final double END_SHARE = 0.05;

  /** What fails in a smaller part of the time is an incident, such as classes being loaded. */
  private static final double LEAST_TIME_SHARE = 0.4;

  private static final double NANOS_PER_SECOND = 1e9;

  static Failures of(Workload workload) {
    long runs = 0;
    long failed = 0;
    long retried = 0;
    for (var job : workload.summary().jobs().byName().values()) {
      runs += job.total().runs();
      failed += job.total().failures();
      retried +=
          job.attempts().entrySet().stream()
              .filter(attempt -> attempt.getKey() > 1)
              .mapToLong(Map.Entry::getValue)
              .sum();
    }
    double refused = workload.pools().stream().mapToLong(Pool::rejected).sum();
    double count = Math.max(Math.max(0, created(workload) - refused), failed);
    return new Failures(count, count / Math.max(1, runs), failed, retried);
  }

  /**
   * Exceptions created, at the rate at which they are while the service neither starts nor stops.
   */
  private static double created(Workload workload) {
    Course total =
        Course.of(
                workload.summary().exceptions().created(),
                gauge -> OptionalDouble.of(gauge.maximum()))
            .after(START_SHARE)
            .before(END_SHARE);
    if (total.seconds() <= 0 || total.growingShare() < LEAST_TIME_SHARE) {
      return 0;
    }
    double perSecond = (total.last() - total.first()) / total.seconds();
    return perSecond * workload.coveredNanos() / NANOS_PER_SECOND;
  }
}
