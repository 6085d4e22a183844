package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Deadlock;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Threads that wait for each other in a circle, for ever or until one of them gives up. */
final class DeadlockDetector implements Detector {
  /** Circles that dissolve sooner are an artefact of when holds are seen to begin and end. */
  private static final long LONG_NANOS = 1_000_000_000L;

  private static final String ARROW = " → ";

  @Override
  public Kind kind() {
    return Kind.DEADLOCK;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    List<Finding> findings = new ArrayList<>();
    workload.summary().deadlocks().seen().forEach(d -> findings.add(finding(workload, d)));
    for (var lock : workload.summary().locks().byKey().entrySet()) {
      finding(workload, lock.getKey(), lock.getValue()).ifPresent(findings::add);
    }
    return findings.isEmpty() && !LockEvents.recorded(workload)
        ? new Diagnosis.CannotTell(LockEvents.LACKING)
        : Diagnosis.of(findings);
  }

  private Finding finding(Workload workload, Deadlock deadlock) {
    Culprit culprit =
        Culprit.UNKNOWN
            .withThread(String.join(ARROW, deadlock.threads()))
            .withLock(String.join(ARROW, deadlock.lockClasses()));
    return Finding.of(
            kind(),
            Severity.CRITICAL,
            Confidence.HIGH,
            new Impact(Metric.THREADS, 0, deadlock.threads().size(), 0))
        .withCulprit(
            deadlock.places().stream()
                .filter(place -> !place.method().isEmpty())
                .findFirst()
                .map(place -> culprit.withMethod(place.method(), place.line()))
                .orElse(culprit))
        .withEvidence(Evidence.count("threads that wait for ever", deadlock.threads().size()))
        .withCaveats(Caveats.of(workload));
  }

  /** One thread alone is no circle, however its waits and holds overlap. */
  private static boolean isCircle(String threads) {
    return members(threads) > 1;
  }

  private static long members(String threads) {
    return Arrays.stream(threads.split(ARROW, -1)).distinct().count();
  }

  /** Whether it took a timeout, or very long, until somebody gave up. */
  private static boolean lasts(LockStatistics lock) {
    return lock.timedOut() > 0 || lock.account().total().maxBlockedNanos() >= LONG_NANOS;
  }

  private Optional<Finding> finding(Workload workload, LockKey key, LockStatistics lock) {
    return lock.cycles().entrySet().stream()
        .filter(cycle -> isCircle(cycle.getKey()) && lasts(lock))
        .max(Map.Entry.comparingByValue())
        .map(
            cycle ->
                Finding.of(
                        kind(),
                        Severity.CRITICAL,
                        Confidence.HIGH,
                        new Impact(Metric.THREADS, 0, members(cycle.getKey()), 0))
                    .withJobs(
                        lock.victims().keySet().stream()
                            .flatMap(actor -> workload.subject(actor).stream())
                            .map(Subject::name)
                            .toList())
                    .withCulprit(
                        Culprit.UNKNOWN
                            .withLock(key.name())
                            .withClassName(key.className())
                            .withThread(cycle.getKey()))
                    .withEvidence(
                        Evidence.count("times the circle closed", cycle.getValue()),
                        Evidence.count("acquires that gave up", lock.timedOut()))
                    .withCaveats(Caveats.of(workload)));
  }
}
