package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import java.util.HashMap;
import java.util.Map;

/** One account of one job. */
final class JobAccountBuilder {
  private final JobCountsBuilder total = new JobCountsBuilder();
  private final Map<Long, JobCountsBuilder> bySecond = new HashMap<>();
  private final Map<String, Long> executors = new HashMap<>();

  void add(JobSecond second) {
    Distribution[] distributions = {
      Distribution.ofEncoded(second.waiting()),
      Distribution.ofEncoded(second.service()),
      Distribution.ofEncoded(second.sojourn())
    };
    total.add(second, distributions);
    at(Math.floorDiv(second.secondEpochMillis(), 1000L)).add(second, distributions);
    addExecutor(second.executor(), second.runs());
  }

  void add(JobRun run) {
    total.add(run);
    at(TimeTotals.second(run.endEpochNanos())).add(run);
    addExecutor(run.executor(), run.weight());
  }

  JobAccount build() {
    Map<Long, JobCounts> seconds = new HashMap<>();
    bySecond.forEach((second, counts) -> seconds.put(second, counts.build()));
    return new JobAccount(total.build(), Series.ofSeconds(seconds), Sums.sorted(executors));
  }

  private JobCountsBuilder at(long second) {
    return bySecond.computeIfAbsent(second, s -> new JobCountsBuilder());
  }

  private void addExecutor(String executor, long runs) {
    if (executor != null) {
      executors.merge(executor, runs, Long::sum);
    }
  }
}
