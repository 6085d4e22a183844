package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;
import dev.sojourn.analyzer.event.JobSecond;

/** Counts runs. */
final class JobCountsBuilder {
  private final DistributionBuilder waiting = new DistributionBuilder();
  private final DistributionBuilder service = new DistributionBuilder();
  private final DistributionBuilder sojourn = new DistributionBuilder();
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

  void add(
      JobSecond second,
      Distribution waitingTimes,
      Distribution serviceTimes,
      Distribution sojournTimes) {
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
    waiting.add(waitingTimes);
    service.add(serviceTimes);
    sojourn.add(sojournTimes);
  }

  void add(JobCounts counts) {
    runs += counts.runs();
    failures += counts.failures();
    rejected += counts.rejected();
    nested += counts.nested();
    waitingNanos += counts.waitingNanos();
    waitingRuns += counts.waitingRuns();
    serviceNanos += counts.serviceNanos();
    cpuNanos += counts.cpuNanos();
    allocatedBytes += counts.allocatedBytes();
    measuredRuns += counts.measuredRuns();
    measuredServiceNanos += counts.measuredServiceNanos();
    waiting.add(counts.waiting());
    service.add(counts.service());
    sojourn.add(counts.sojourn());
  }

  void add(JobRun run) {
    long weight = run.weight();
    runs += weight;
    failures += "failed".equals(run.outcome()) ? weight : 0;
    nested += run.parentRunId() != 0 ? weight : 0;
    serviceNanos += run.durationNanos() * weight;
    service.add(run.durationNanos(), weight);
    long waited = RunTimes.waitingNanos(run);
    sojourn.add(waited + run.durationNanos(), weight);
    if (run.waitingNanos() >= 0 || run.latenessNanos() >= 0) {
      waitingNanos += waited * weight;
      waitingRuns += weight;
      waiting.add(waited, weight);
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
        waiting.build(),
        service.build(),
        sojourn.build(),
        waitingNanos,
        waitingRuns,
        serviceNanos,
        cpuNanos,
        allocatedBytes,
        measuredRuns,
        measuredServiceNanos);
  }
}
