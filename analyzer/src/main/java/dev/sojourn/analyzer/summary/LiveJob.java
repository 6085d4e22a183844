package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobSecond;

/**
 * What one job did in some seconds.
 *
 * @param runs that ended, failed ones included
 * @param waitingNanos of all runs of which it is known, as {@code waiting}
 * @param blockedNanos in locks, of all threads
 */
public record LiveJob(
    long runs,
    long failures,
    long rejected,
    long waitingNanos,
    long serviceNanos,
    long blockedNanos,
    Distribution waiting,
    Distribution service)
    implements Part<LiveJob> {

  static LiveJob of(JobSecond second) {
    return new LiveJob(
        second.runs(),
        second.failures(),
        second.rejected(),
        second.waitingNanos(),
        second.serviceNanos(),
        0,
        Distribution.ofEncoded(second.waiting()),
        Distribution.ofEncoded(second.service()));
  }

  static LiveJob blocked(long nanos) {
    return new LiveJob(0, 0, 0, 0, 0, nanos, Distribution.empty(), Distribution.empty());
  }

  @Override
  public LiveJob plus(LiveJob other) {
    return new LiveJob(
        runs + other.runs,
        failures + other.failures,
        rejected + other.rejected,
        waitingNanos + other.waitingNanos,
        serviceNanos + other.serviceNanos,
        blockedNanos + other.blockedNanos,
        waiting.plus(other.waiting),
        service.plus(other.service));
  }

  /** Mean waiting time of a run of which it is known; 0 without any. */
  public double meanWaitingNanos() {
    return waiting.count() == 0 ? 0 : (double) waitingNanos / waiting.count();
  }

  /** Mean service time of a run; 0 without any. */
  public double meanServiceNanos() {
    return runs == 0 ? 0 : (double) serviceNanos / runs;
  }

  /** Mean blocked time of a run; without any, all of it. */
  public double meanBlockedNanos() {
    return (double) blockedNanos / Math.max(1, runs);
  }
}
