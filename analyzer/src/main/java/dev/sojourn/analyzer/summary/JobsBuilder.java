package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;
import java.util.HashMap;
import java.util.Map;

/** Collects what is known of the jobs. */
final class JobsBuilder {
  private final Map<String, JobStatisticsBuilder> byName = new HashMap<>();

  void accept(JobSecond second) {
    of(second.job()).add(second);
  }

  void accept(JobRun run) {
    of(run.job()).add(run);
  }

  /** Splits the runs of a thread into components. */
  void addTimes(ThreadHistory history, RunTimes times, ReadyTimes ready) {
    for (JobRun run : history.runs()) {
      if (!history.isOpen(run)) {
        long[] nanos = times.of(run, history);
        of(run.job()).add(run, nanos);
        ready.add(history, run, nanos);
      }
    }
  }

  /** Some of the unexplained time of runs was waiting for a processor. */
  void addReady(ReadyShare share, long nanos) {
    of(share.job()).addReady(share, nanos);
  }

  Jobs build() {
    Map<String, JobStatistics> jobs = new HashMap<>();
    byName.forEach((name, job) -> jobs.put(name, job.build()));
    return Jobs.of(jobs);
  }

  /** How many there are. */
  int size() {
    return byName.size();
  }

  private JobStatisticsBuilder of(String job) {
    return byName.computeIfAbsent(job, name -> new JobStatisticsBuilder());
  }
}
