package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import java.util.HashMap;
import java.util.Map;

/** One account of one job. */
final class JobAccountBuilder {
  private final JobTimesBuilder times = new JobTimesBuilder();
  private final Map<Long, JobCountsBuilder> bySecond = new HashMap<>();
  private final CountTable<String> executors = new CountTable<>();

  // events come about in order of time
  private JobCountsBuilder last;
  private long lastSecond;

  void add(JobSecond second) {
    times.add(second);
    at(Math.floorDiv(second.secondEpochMillis(), 1000L)).add(second);
    addExecutor(second.executor(), second.runs());
  }

  void add(JobRun run) {
    times.add(run);
    at(TimeTotals.second(run.endEpochNanos())).add(run);
    addExecutor(run.executor(), run.weight());
  }

  JobAccount build() {
    Map<Long, JobCounts> seconds = new HashMap<>();
    bySecond.forEach((second, counts) -> seconds.put(second, counts.build()));
    Series<JobCounts> series = Series.ofSeconds(seconds);
    return new JobAccount(series.total(JobCounts.EMPTY), times.build(), series, executors.build());
  }

  private JobCountsBuilder at(long second) {
    if (last == null || second != lastSecond) {
      last = bySecond.computeIfAbsent(second, s -> new JobCountsBuilder());
      lastSecond = second;
    }
    return last;
  }

  private void addExecutor(String executor, long runs) {
    if (executor != null) {
      executors.add(executor, runs);
    }
  }
}
