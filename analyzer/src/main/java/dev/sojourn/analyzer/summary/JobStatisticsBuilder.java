package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import java.util.HashMap;
import java.util.Map;

/** Collects what is known of one job. */
final class JobStatisticsBuilder {
  private final JobAccountBuilder counted = new JobAccountBuilder();
  private final JobAccountBuilder sampled = new JobAccountBuilder();
  private final Map<String, Long> failureClasses = new HashMap<>();
  private final Map<Integer, Long> attempts = new HashMap<>();
  private final ComponentTotals<Integer> buckets = new ComponentTotals<>();
  private final ComponentTotals<Long> bySecond = new ComponentTotals<>();

  void add(JobSecond second) {
    counted.add(second);
  }

  void add(JobRun run) {
    sampled.add(run);
    attempts.merge(run.attempt(), run.weight(), Long::sum);
    if (run.failureClass() != null) {
      failureClasses.merge(run.failureClass(), run.weight(), Long::sum);
    }
  }

  /** Adds the components of one run. */
  void add(JobRun run, long[] componentNanos) {
    long sojournNanos = RunTimes.waitingNanos(run) + run.durationNanos();
    buckets.add(Breakdown.bucket(sojournNanos), run.weight(), componentNanos);
    bySecond.add(TimeTotals.second(run.endEpochNanos()), run.weight(), componentNanos);
  }

  JobStatistics build() {
    return new JobStatistics(
        counted.build(),
        sampled.build(),
        Sums.sorted(failureClasses),
        Sums.sorted(attempts),
        new Breakdown(Sums.sorted(buckets.build())),
        Series.ofSeconds(bySecond.build()));
  }
}
