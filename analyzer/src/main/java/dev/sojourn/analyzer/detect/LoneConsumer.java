package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.JobStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * A job that is handed over somewhere else than to an executor, such as a message to its listener,
 * and runs once at a time, one run after the other: its queue is nowhere in this JVM, but its runs
 * tell how long they waited.
 *
 * @param busy how many runs were at once in the mean, by time
 * @param waitedSeconds how long each had waited in the mean, by time
 */
record LoneConsumer(Workload workload, Subject job, Course busy, Course waitedSeconds) {
  /** So much of a second it must run to leave no time. */
  private static final double FULL = 0.85;

  /** More in a second are several at once; a run counts for the second in which it ends. */
  private static final double ONE = 1.2;

  private static final double NEARLY_ALL = 0.95;

  /** As for pools. */
  private static final double SATURATED_SHARE = 0.5;

  /** What was handed over at once waits for as long as it takes to come to it. */
  private static final double BATCH_SLOPE = 0.5;

  private static final double NANOS_PER_SECOND = 1e9;

  /** All that there are. */
  static List<Finding> findings(Workload workload) {
    return workload.subjects().stream()
        .filter(job -> job.job() && !job.isScheduled())
        .map(job -> of(workload, job))
        .filter(LoneConsumer::isFull)
        .filter(consumer -> !consumer.isBatch() && !consumer.waitsForPool())
        .flatMap(consumer -> consumer.finding().stream())
        .toList();
  }

  private static LoneConsumer of(Workload workload, Subject job) {
    JobStatistics statistics = workload.summary().jobs().byName().get(job.name());
    double binNanos = statistics.components().binNanos();
    return new LoneConsumer(
        workload,
        job,
        Course.of(statistics.components(), bin -> OptionalDouble.of(service(bin) / binNanos)),
        Course.of(statistics.components(), LoneConsumer::waited));
  }

  private static double service(ComponentTimes bin) {
    return bin.totalNanos() - bin.nanos(Component.QUEUED) - bin.nanos(Component.LATE);
  }

  private static OptionalDouble waited(ComponentTimes bin) {
    return bin.runs() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(bin.nanos(Component.QUEUED) / NANOS_PER_SECOND / bin.runs());
  }

  private boolean isFull() {
    return busy.isLong()
        && share(one -> one <= ONE) >= NEARLY_ALL
        && fullShare() >= SATURATED_SHARE;
  }

  private double fullShare() {
    double covered = Math.max(1, workload.coveredNanos() / NANOS_PER_SECOND);
    double seconds = busy.seconds() * busy.size() / Math.max(1, busy.size() - 1);
    return share(one -> one >= FULL) * Math.min(1, seconds / covered);
  }

  private double share(DoublePredicate holds) {
    return (double) Arrays.stream(busy.values()).filter(holds).count() / Math.max(1, busy.size());
  }

  private boolean isBatch() {
    return waitedSeconds.line().slope() >= BATCH_SLOPE;
  }

  /** Whether an executor's threads are what it waits for, which its samples tell better. */
  private boolean waitsForPool() {
    return workload.pools().stream()
        .filter(pool -> workload.subjectsOf(pool.name()).contains(job))
        .anyMatch(pool -> pool.busyShare() >= SATURATED_SHARE);
  }

  private Optional<Finding> finding() {
    Harm harm = workload.harm(List.of(job.waitingLoss()));
    return harm.severity()
        .map(
            severity ->
                Finding.of(Kind.SERIAL_STAGE, severity, Confidence.MEDIUM, harm.impact())
                    .withJobs(harm.jobs())
                    .withCulprit(Culprit.UNKNOWN.withMethod(job.name(), -1))
                    .withEvidence(
                        Evidence.share("of the time one run, and never two", fullShare()),
                        Evidence.share("machine CPU in use", workload.machineCpuRatio()))
                    .withCaveats(Caveats.of(workload)));
  }
}
