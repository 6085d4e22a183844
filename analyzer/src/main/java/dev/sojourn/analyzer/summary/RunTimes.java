package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.JobRun;

/** Splits the sojourn time of runs into components that sum to the whole. */
final class RunTimes {
  private static final int COMPONENTS = Component.values().length;

  private final PauseTable pauses;
  private final long samplePeriodNanos;

  RunTimes(PauseTable pauses, long samplePeriodNanos) {
    this.pauses = pauses;
    this.samplePeriodNanos = samplePeriodNanos;
  }

  /** The components of one run on its thread, once, whatever its weight. */
  long[] of(JobRun run, ThreadHistory history) {
    long[] nanos = new long[COMPONENTS];
    long begin = run.startEpochNanos();
    long end = run.endEpochNanos();
    long rest = run.durationNanos() - history.timeline().addTimes(begin, end, nanos);
    rest -= pauses.addTimes(begin, end, history.timeline(), nanos);
    nanos[Component.CPU.ordinal()] = Math.min(rest, cpuNanos(run, history));
    nanos[Component.UNEXPLAINED.ordinal()] = rest - nanos[Component.CPU.ordinal()];
    long late = Math.max(0, run.latenessNanos());
    nanos[Component.LATE.ordinal()] = late;
    nanos[Component.QUEUED.ordinal()] = waitingNanos(run) - late;
    return nanos;
  }

  /** From submission or due time to the start; 0 where that is not known. */
  static long waitingNanos(JobRun run) {
    return Math.max(0, Math.max(run.waitingNanos(), run.latenessNanos()));
  }

  /** Whether it is known. */
  static boolean isWaitingKnown(JobRun run) {
    return run.waitingNanos() >= 0 || run.latenessNanos() >= 0;
  }

  private long cpuNanos(JobRun run, ThreadHistory history) {
    if (run.cpuNanos() >= 0) {
      return run.cpuNanos();
    }
    long begin = run.startEpochNanos();
    return samplePeriodNanos * history.samples().countOnCpu(begin, run.endEpochNanos());
  }
}
