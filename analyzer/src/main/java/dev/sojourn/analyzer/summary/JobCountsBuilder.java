package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;

/** Counts runs. */
final class JobCountsBuilder {
  private long runs;
  private long failures;
  private long rejected;
  private long nested;
  private long waitingNanos;
  private long waitingRuns;
  private long serviceNanos;
  private long cpuNanos;
  private long allocatedBytes;
  private long measuredRuns;
  private long measuredServiceNanos;

  void add(JobSecond second) {
    runs += second.runs();
    failures += second.failures();
    rejected += second.rejected();
    nested += second.nested();
    waitingNanos += second.waitingNanos();
    waitingRuns += second.waitingRuns();
    serviceNanos += second.serviceNanos();
    cpuNanos += second.cpuNanos();
    allocatedBytes += second.allocatedBytes();
    measuredRuns += second.measuredRuns();
    measuredServiceNanos += second.measuredServiceNanos();
  }

  void add(JobRun run) {
    long weight = run.weight();
    runs += weight;
    failures += "failed".equals(run.outcome()) ? weight : 0;
    nested += run.parentRunId() != 0 ? weight : 0;
    serviceNanos += run.durationNanos() * weight;
    if (RunTimes.isWaitingKnown(run)) {
      waitingNanos += RunTimes.waitingNanos(run) * weight;
      waitingRuns += weight;
    }
    if (run.cpuNanos() >= 0) {
      cpuNanos += run.cpuNanos() * weight;
      allocatedBytes += Math.max(0, run.allocatedBytes()) * weight;
      measuredRuns += weight;
      measuredServiceNanos += run.durationNanos() * weight;
    }
  }

  JobCounts build() {
    return new JobCounts(
        runs,
        failures,
        rejected,
        nested,
        waitingNanos,
        waitingRuns,
        serviceNanos,
        cpuNanos,
        allocatedBytes,
        measuredRuns,
        measuredServiceNanos);
  }
}
