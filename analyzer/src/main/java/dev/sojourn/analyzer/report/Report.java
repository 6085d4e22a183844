package dev.sojourn.analyzer.report;

import java.util.List;

/**
 * What a reader is told, as values: the same for every format, before any rounding or layout.
 *
 * @param recordings the inputs, in the order of time
 * @param jobs the job with the greatest total sojourn time first
 * @param executors by name
 * @param locks the lock with the greatest blocked time first
 * @param findings the strongest first
 * @param unknowns the kinds of findings of which nothing can be told, and why
 */
public record Report(
    List<RecordingEntry> recordings,
    List<JobEntry> jobs,
    List<ExecutorEntry> executors,
    List<LockEntry> locks,
    List<FindingEntry> findings,
    List<UnknownEntry> unknowns) {

  public Report {
    recordings = List.copyOf(recordings);
    jobs = List.copyOf(jobs);
    executors = List.copyOf(executors);
    locks = List.copyOf(locks);
    findings = List.copyOf(findings);
    unknowns = List.copyOf(unknowns);
  }

  /** Whether all inputs were read whole. */
  public boolean complete() {
    return recordings.stream().allMatch(RecordingEntry::complete);
  }
}
