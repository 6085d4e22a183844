package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;

/** Collects what is known of one job. */
final class JobStatisticsBuilder {
  private final JobAccountBuilder counted = new JobAccountBuilder();
  private final JobAccountBuilder sampled = new JobAccountBuilder();
  private final CountTable<String> failureClasses = new CountTable<>();
  private final CountTable<Integer> attempts = new CountTable<>();
  private final ComponentTotals<Integer> buckets = new ComponentTotals<>();
  private final ComponentTotals<Long> bySecond = new ComponentTotals<>();

  void add(JobSecond second) {
    counted.add(second);
  }

  void add(JobRun run) {
    sampled.add(run);
    attempts.add(run.attempt(), run.weight());
    if (run.failureClass() != null) {
      failureClasses.add(run.failureClass(), run.weight());
    }
  }

  /** Adds the components of one run. */
  void add(JobRun run, long[] componentNanos) {
    long sojournNanos = RunTimes.waitingNanos(run) + run.durationNanos();
    buckets.add(Breakdown.bucket(sojournNanos), run.weight(), componentNanos);
    bySecond.add(TimeTotals.second(run.endEpochNanos()), run.weight(), componentNanos);
  }

  /** Some of the unexplained time of runs was waiting for a processor. */
  void addReady(ReadyShare share, long nanos) {
    move(buckets, share.bucket(), nanos);
    move(bySecond, share.endSecond(), nanos);
  }

  private static <K extends Comparable<? super K>> void move(
      ComponentTotals<K> totals, K key, long nanos) {
    totals.add(key, Component.UNEXPLAINED, -nanos);
    totals.add(key, Component.READY, nanos);
  }

  JobStatistics build() {
    return new JobStatistics(
        counted.build(),
        sampled.build(),
        failureClasses.build(),
        attempts.build(),
        new Breakdown(Sums.sorted(buckets.build())),
        Series.ofSeconds(bySecond.build()));
  }
}
