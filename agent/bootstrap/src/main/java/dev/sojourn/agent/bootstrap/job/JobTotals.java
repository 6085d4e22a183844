package dev.sojourn.agent.bootstrap.job;

/**
 * The runs of one job. Those that were timed for certain stand for themselves; those that were
 * chosen by chance stand, together, for all that were left to chance. Counts are exact either way.
 * Not thread-safe.
 */
final class JobTotals {
  private final RunTimes certain = new RunTimes();
  private final RunTimes chosen = new RunTimes();
  private long runs;
  private long timedRuns;
  private long failures;
  private long nested;
  private long cpuNanos;
  private long allocatedBytes;
  private long measuredRuns;
  private long measuredServiceNanos;

  void add(TaskRun run) {
    if (run.failureClass() != null) {
      failures++;
    }
    if (run.isNested()) {
      nested++;
    }
    runs++;
    int weight = run.weight();
    if (weight > 0) {
      timedRuns++;
      RunTimes times = weight == 1 ? certain : chosen;
      times.add(run.waitingNanos(), run.serviceNanos(), weight);
      addMeasured(run);
    }
  }

  /** Adds the runs that a tally has timed since the last call, and returns their number. */
  long addTimed(TallyTimes times, boolean insideOthers) {
    long timed = times.takeInto(certain);
    timedRuns += timed;
    addCounted(timed, insideOthers);
    return timed;
  }

  /** Adds runs that were only counted. */
  void addCounted(long counted, boolean insideOthers) {
    runs += counted;
    if (insideOthers) {
      nested += counted;
    }
  }

  private void addMeasured(TaskRun run) {
    if (run.cpuNanos() >= 0) {
      measuredRuns++;
      measuredServiceNanos += run.serviceNanos();
      cpuNanos += run.cpuNanos();
      allocatedBytes += Math.max(0, run.allocatedBytes());
    }
  }

  /** Adds another's totals and clears the other. */
  void takeFrom(JobTotals other) {
    certain.takeFrom(other.certain);
    chosen.takeFrom(other.chosen);
    runs += other.runs;
    timedRuns += other.timedRuns;
    failures += other.failures;
    nested += other.nested;
    cpuNanos += other.cpuNanos;
    allocatedBytes += other.allocatedBytes;
    measuredRuns += other.measuredRuns;
    measuredServiceNanos += other.measuredServiceNanos;
    other.clearSums();
  }

  /** The times of all runs. Once, after all were added. */
  RunTimes estimate() {
    chosen.scaleTo(runs - certain.service.count());
    certain.takeFrom(chosen);
    return certain;
  }

  long runs() {
    return runs;
  }

  /** The runs whose times were taken. */
  long timedRuns() {
    return timedRuns;
  }

  long failures() {
    return failures;
  }

  long nested() {
    return nested;
  }

  long cpuNanos() {
    return cpuNanos;
  }

  long allocatedBytes() {
    return allocatedBytes;
  }

  long measuredRuns() {
    return measuredRuns;
  }

  long measuredServiceNanos() {
    return measuredServiceNanos;
  }

  void clear() {
    certain.clear();
    chosen.clear();
    clearSums();
  }

  private void clearSums() {
    runs = 0;
    timedRuns = 0;
    failures = 0;
    nested = 0;
    cpuNanos = 0;
    allocatedBytes = 0;
    measuredRuns = 0;
    measuredServiceNanos = 0;
  }
}
