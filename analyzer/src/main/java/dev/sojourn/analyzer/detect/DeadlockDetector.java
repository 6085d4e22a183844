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
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Deadlock;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Threads that wait for each other in a circle: for ever, which only a thread dump shows, since
 * such a wait has no end that an event could tell of; or until one of them gave up.
 */
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
    workload
        .summary()
        .deadlocks()
        .sinceEpochNanos()
        .forEach((deadlock, since) -> findings.add(lasting(workload, deadlock, since)));
    for (var lock : workload.summary().locks().byKey().entrySet()) {
      givenUp(workload, lock.getKey(), lock.getValue()).ifPresent(findings::add);
    }
    boolean dumped = workload.summary().deadlocks().dumps() > 0;
    if (!dumped && !workload.hasAgent()) {
      findings.addAll(stuck(workload));
    }
    return findings.isEmpty() && !dumped
        ? new Diagnosis.CannotTell("jdk.ThreadDump was not recorded")
        : Diagnosis.of(findings);
  }

  /**
   * Pools that stand still for good and wait for nothing outside, as far as it is known: then one
   * waits for the other.
   */
  private static List<Finding> stuck(Workload workload) {
    return StuckCrew.all(workload).stream()
        .filter(stuck -> stuck.waitForTask().isEmpty() && !stuck.asksOthers())
        .map(stuck -> stuck.finding(Kind.DEADLOCK, culprit(stuck)))
        .toList();
  }

  private static Culprit culprit(StuckCrew stuck) {
    return stuck
        .lock()
        .map(lock -> culprit(lock.getKey(), lock.getValue()))
        .orElse(Culprit.UNKNOWN)
        .withExecutor(stuck.crew().name());
  }

  private static Culprit culprit(LockKey lock, Site site) {
    return Culprit.UNKNOWN
        .withLock(lock.name())
        .withClassName(lock.className())
        .withMethod(site.method(), site.line());
  }

  private Finding lasting(Workload workload, Deadlock deadlock, long sinceEpochNanos) {
    Deadlock.Party first = deadlock.circle().get(0);
    return finding(victims(workload, deadlock), deadlock.circle().size(), 1)
        .withCulprit(
            Culprit.UNKNOWN
                .withMethod(first.site().method(), first.site().line())
                .withClassName(first.lockClass())
                .withThread(
                    deadlock.circle().stream()
                        .map(Deadlock.Party::thread)
                        .collect(Collectors.joining(ARROW))))
        .since(sinceEpochNanos)
        .withEvidence(Evidence.count("threads in the circle", deadlock.circle().size()))
        .withCaveats(Caveats.of(workload, "jdk.ThreadDump"));
  }

  private Optional<Finding> givenUp(Workload workload, LockKey key, LockStatistics lock) {
    return lock.cycles().entrySet().stream()
        .filter(cycle -> members(cycle.getKey()) > 1 && lasted(lock))
        .max(Map.Entry.comparingByValue())
        .map(
            cycle ->
                finding(victims(workload, lock), members(cycle.getKey()), 0)
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

  /** One thread alone is no circle, however its waits and holds overlap. */
  private static long members(String circle) {
    return Arrays.stream(circle.split(ARROW, -1)).distinct().count();
  }

  /** Whether it took a timeout, or very long, until somebody gave up. */
  private static boolean lasted(LockStatistics lock) {
    return lock.timedOut() > 0 || lock.account().total().maxBlockedNanos() >= LONG_NANOS;
  }

  /**
   * @param share of the time of who is in it: all, for ever, or what nobody knows, until one gave
   *     up
   */
  private Finding finding(List<String> victims, long stuck, double share) {
    return Finding.of(
            kind(), Severity.CRITICAL, Confidence.HIGH, new Impact(Metric.THREADS, 0, stuck, share))
        .withJobs(victims);
  }

  private static List<String> victims(Workload workload, LockStatistics lock) {
    return lock.victims().keySet().stream()
        .flatMap(actor -> workload.subject(actor).stream())
        .map(Subject::name)
        .toList();
  }

  /** What the threads were running: their runs did not end, so only the stacks tell. */
  private static List<String> victims(Workload workload, Deadlock deadlock) {
    return deadlock.circle().stream()
        .flatMap(party -> victims(workload, party))
        .distinct()
        .toList();
  }

  private static Stream<String> victims(Workload workload, Deadlock.Party party) {
    List<String> jobs =
        workload.subjects().stream()
            .map(Subject::name)
            .filter(
                job ->
                    stack(party)
                        .anyMatch(method -> method.equals(job) || method.startsWith(job + ".")))
            .toList();
    return jobs.isEmpty() ? Stream.of(victim(party)) : jobs.stream();
  }

  /** A job of which no run ever ended is known to nobody else. */
  private static String victim(Deadlock.Party party) {
    return Tasks.task(party.site())
        .map(Frames::writtenIn)
        .orElseGet(() -> Actor.threads(party.thread()).name());
  }

  private static Stream<String> stack(Deadlock.Party party) {
    return party.site().stack().stream().map(Frames::writtenIn);
  }
}
