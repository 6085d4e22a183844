package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import java.util.HashMap;
import java.util.Map;

/** One account of one job. */
final class JobAccountBuilder {
  private final Map<Long, JobCountsBuilder> bySecond = new HashMap<>();
  private final CountTable<String> executors = new CountTable<>();

  // events come about in order of time
  private JobCountsBuilder last;
  private long lastSecond;

  void add(JobSecond second) {
    Distribution waiting = Distribution.ofEncoded(second.waiting());
    Distribution service = Distribution.ofEncoded(second.service());
    Distribution sojourn = Distribution.ofEncoded(second.sojourn());
    at(Math.floorDiv(second.secondEpochMillis(), 1000L)).add(second, waiting, service, sojourn);
    addExecutor(second.executor(), second.runs());
  }

  void add(JobRun run) {
    at(TimeTotals.second(run.endEpochNanos())).add(run);
    addExecutor(run.executor(), run.weight());
  }

  JobAccount build() {
    Map<Long, JobCounts> seconds = new HashMap<>();
    bySecond.forEach((second, counts) -> seconds.put(second, counts.build()));
    JobCountsBuilder total = new JobCountsBuilder();
    seconds.values().forEach(total::add);
    return new JobAccount(total.build(), Series.ofSeconds(seconds), executors.build());
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
