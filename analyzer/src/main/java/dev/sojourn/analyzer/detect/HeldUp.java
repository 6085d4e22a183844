package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.JobStatistics;

/**
 * Who waits for the threads of a pool because of what these are busy with.
 *
 * @param workload what the jobs are part of
 */
record HeldUp(Workload workload) {
  /** Jobs that spend this share of their time in the queue are victims of what makes it long. */
  private static final double WAITS_SHARE = 0.3;

  /**
   * All wait alike in a queue, so what it costs is a part of this size of what makes it, at least.
   */
  private static final double QUEUE_SHARE = 0.05;

  /** With fewer there is no rule from which one could be an exception. */
  private static final int LEAST_SECONDS = 3;

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * Whether a job that needs the threads of a pool is held up by what takes their time.
   *
   * @param everywhere whether that keeps threads of all pools from running
   */
  boolean by(Impact cause, Subject subject, boolean everywhere) {
    return subject.waitingShare() >= WAITS_SHARE
        && (everywhere || isInFullPool(subject))
        && isInProportion(subject, cause)
        && waitsAgain(subject);
  }

  /** A thread of an idle pool, too, is late where others have the processors. */
  private boolean isInFullPool(Subject subject) {
    return subject.queues() || !workload.isStarved();
  }

  /** Whether it waits in proportion to the cause; a thread takes some time to wake up, anyway. */
  private static boolean isInProportion(Subject subject, Impact cause) {
    double waitingMillis = subject.waitingShare() * subject.meanSojournNanos() / NANOS_PER_MILLI;
    return cause.metric() != Metric.SOJOURN_MEAN_MILLIS
        || waitingMillis >= QUEUE_SHARE * (cause.to() - cause.from());
  }

  /** Whether it waits in other seconds than its worst, too; tasks queue while a service starts. */
  private boolean waitsAgain(Subject subject) {
    JobStatistics job = workload.summary().jobs().byName().get(subject.name());
    if (job == null || job.components().bins().size() < LEAST_SECONDS) {
      return true;
    }
    long worstNanos = 0;
    long waitingNanos = 0;
    long otherNanos = 0;
    for (ComponentTimes second : job.components().bins().values()) {
      long nanos = second.nanos(Component.QUEUED) + second.nanos(Component.LATE);
      worstNanos = Math.max(worstNanos, nanos);
      waitingNanos += nanos;
      otherNanos += second.totalNanos() - nanos;
    }
    long againNanos = waitingNanos - worstNanos;
    return againNanos >= WAITS_SHARE * (againNanos + otherNanos);
  }
}
