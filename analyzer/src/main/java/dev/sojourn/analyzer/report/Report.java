package dev.sojourn.analyzer.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader is told, as values: the same for every format, before any rounding or layout.
 *
 * @param recordings the inputs, in the order of time
 * @param jobs the job with the greatest total sojourn time first
 * @param threadGroups where there are no jobs: the group with the most known time first
 * @param executors by name
 * @param locks the lock with the greatest blocked time first
 * @param findings the strongest first
 * @param unknowns the kinds of findings of which nothing can be told, and why
 */
public record Report(
    List<RecordingEntry> recordings,
    List<JobEntry> jobs,
    List<ThreadGroupEntry> threadGroups,
    List<ExecutorEntry> executors,
    List<LockEntry> locks,
    List<FindingEntry> findings,
    List<UnknownEntry> unknowns) {

  public Report {
    recordings = List.copyOf(recordings);
    jobs = List.copyOf(jobs);
    threadGroups = List.copyOf(threadGroups);
    executors = List.copyOf(executors);
    locks = List.copyOf(locks);
    findings = List.copyOf(findings);
    unknowns = List.copyOf(unknowns);
  }

  /** Whether all inputs were read whole. */
  public boolean complete() {
    return recordings.stream().allMatch(RecordingEntry::complete);
  }

  /** Whether anything could be read at all. */
  public boolean readable() {
    return recordings.stream().anyMatch(recording -> recording.chunks() > 0);
  }

  /** What could not be read, a line each: path, byte offset, reason. */
  public List<String> faults() {
    return recordings.stream()
        .flatMap(recording -> recording.faults().stream().map(f -> recording.path() + ": " + f))
        .toList();
  }

  /** What biases every input alike. */
  List<String> commonCaveats() {
    if (recordings.size() < 2) {
      return List.of();
    }
    List<String> common = new ArrayList<>(recordings.get(0).caveats());
    recordings.forEach(recording -> common.retainAll(recording.caveats()));
    return common;
  }
}
