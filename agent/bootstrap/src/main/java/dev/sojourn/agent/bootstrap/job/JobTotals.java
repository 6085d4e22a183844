package dev.sojourn.agent.bootstrap.job;

/** Sums and histograms over runs of one job. Not thread-safe. */
final class JobTotals {
  final Buckets waiting = new Buckets();
  final Buckets service = new Buckets();
  final Buckets sojourn = new Buckets();
  long failures;
  long nested;
  long waitingNanos;
  long serviceNanos;
  long cpuNanos;
  long allocatedBytes;
  long measuredRuns;
  long measuredServiceNanos;

  void add(TaskRun run, long ownServiceNanos) {
    long waited = run.waitingNanos();
    service.add(ownServiceNanos);
    serviceNanos += ownServiceNanos;
    sojourn.add(ownServiceNanos + Math.max(0, waited));
    if (waited >= 0) {
      waiting.add(waited);
      waitingNanos += waited;
    }
    if (run.failureClass() != null) {
      failures++;
    }
    if (run.parentId() != 0) {
      nested++;
    }
    if (run.cpuNanos() >= 0) {
      measuredRuns++;
      measuredServiceNanos += ownServiceNanos;
      cpuNanos += run.cpuNanos();
      allocatedBytes += Math.max(0, run.allocatedBytes());
    }
  }

  /** Adds another's totals and clears the other. */
  void takeFrom(JobTotals other) {
    waiting.takeFrom(other.waiting);
    service.takeFrom(other.service);
    sojourn.takeFrom(other.sojourn);
    failures += other.failures;
    nested += other.nested;
    waitingNanos += other.waitingNanos;
    serviceNanos += other.serviceNanos;
    cpuNanos += other.cpuNanos;
    allocatedBytes += other.allocatedBytes;
    measuredRuns += other.measuredRuns;
    measuredServiceNanos += other.measuredServiceNanos;
    other.clearSums();
  }

  void clear() {
    waiting.clear();
    service.clear();
    sojourn.clear();
    clearSums();
  }

  private void clearSums() {
    failures = 0;
    nested = 0;
    waitingNanos = 0;
    serviceNanos = 0;
    cpuNanos = 0;
    allocatedBytes = 0;
    measuredRuns = 0;
    measuredServiceNanos = 0;
  }
}
