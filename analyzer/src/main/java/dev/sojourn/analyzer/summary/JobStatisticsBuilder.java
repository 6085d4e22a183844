package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Collects what is known of one job. */
final class JobStatisticsBuilder {
  private final JobAccountBuilder counted = new JobAccountBuilder();
  private final JobAccountBuilder sampled = new JobAccountBuilder();
  private final Map<String, Long> failureClasses = new HashMap<>();
  private final Map<Integer, Long> attempts = new HashMap<>();
  private final Accumulation<Integer, ComponentTimes> buckets = new Accumulation<>();
  private final Accumulation<Long, ComponentTimes> bySecond = new Accumulation<>();

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
    int bucket = Breakdown.bucket(Arrays.stream(componentNanos).sum());
    ComponentTimes times = ComponentTimes.weighted(run.weight(), componentNanos);
    buckets.add(bucket, times);
    bySecond.add(TimeTotals.second(run.endEpochNanos()), times);
  }

  JobStatistics build() {
    return new JobStatistics(
        counted.build(),
        sampled.build(),
        Sums.sorted(failureClasses),
        Sums.sorted(attempts),
        new Breakdown(buckets.build()),
        Accumulation.series(bySecond));
  }
}
