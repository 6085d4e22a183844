package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;

/** Collects how long runs took. */
final class JobTimesBuilder {
  private final DistributionBuilder waiting = new DistributionBuilder();
  private final DistributionBuilder service = new DistributionBuilder();
  private final DistributionBuilder sojourn = new DistributionBuilder();

  void add(JobSecond second) {
    waiting.add(Distribution.ofEncoded(second.waiting()));
    service.add(Distribution.ofEncoded(second.service()));
    sojourn.add(Distribution.ofEncoded(second.sojourn()));
  }

  void add(JobRun run) {
    long waited = RunTimes.waitingNanos(run);
    if (RunTimes.isWaitingKnown(run)) {
      waiting.add(waited, run.weight());
    }
    service.add(run.durationNanos(), run.weight());
    sojourn.add(waited + run.durationNanos(), run.weight());
  }

  JobTimes build() {
    return new JobTimes(waiting.build(), service.build(), sojourn.build());
  }
}
