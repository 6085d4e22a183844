package dev.sojourn.analyzer.detect;

import static dev.sojourn.analyzer.finding.Kind.CAPACITY_LIMIT;
import static dev.sojourn.analyzer.finding.Kind.CLASS_INIT;
import static dev.sojourn.analyzer.finding.Kind.CONNECTION_POOL_SATURATION;
import static dev.sojourn.analyzer.finding.Kind.CPU_BOUND;
import static dev.sojourn.analyzer.finding.Kind.CPU_THROTTLING;
import static dev.sojourn.analyzer.finding.Kind.DEADLOCK;
import static dev.sojourn.analyzer.finding.Kind.DOWNSTREAM_LATENCY;
import static dev.sojourn.analyzer.finding.Kind.FILE_IO;
import static dev.sojourn.analyzer.finding.Kind.GC_PRESSURE;
import static dev.sojourn.analyzer.finding.Kind.HEAD_OF_LINE_BLOCKING;
import static dev.sojourn.analyzer.finding.Kind.HEAP_LEAK;
import static dev.sojourn.analyzer.finding.Kind.LATENCY_SHIFT;
import static dev.sojourn.analyzer.finding.Kind.LATENCY_TREND;
import static dev.sojourn.analyzer.finding.Kind.LOCK_CONTENTION;
import static dev.sojourn.analyzer.finding.Kind.LOCK_CONVOY;
import static dev.sojourn.analyzer.finding.Kind.OVERLOAD;
import static dev.sojourn.analyzer.finding.Kind.POOL_STARVATION;
import static dev.sojourn.analyzer.finding.Kind.QUEUE_GROWTH;
import static dev.sojourn.analyzer.finding.Kind.RETRY_STORM;
import static dev.sojourn.analyzer.finding.Kind.SERIAL_STAGE;
import static dev.sojourn.analyzer.finding.Kind.SLOW_RECOVERY;
import static dev.sojourn.analyzer.finding.Kind.THREAD_PINNING;
import static dev.sojourn.analyzer.finding.Kind.THREAD_POOL_SATURATION;
import static dev.sojourn.analyzer.finding.Kind.THROUGHPUT_DECAY;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts causes before their symptoms: a symptom stands one severity below its cause, and what makes
 * others queue is as severe as the queue.
 *
 * <p>One finding causes another if its kind can, if it harms a job of the other's, and if what it
 * takes is most of what those jobs do.
 */
final class CauseOrder {
  private static final Set<Kind> QUEUES =
      EnumSet.of(
          THREAD_POOL_SATURATION,
          SERIAL_STAGE,
          HEAD_OF_LINE_BLOCKING,
          POOL_STARVATION,
          QUEUE_GROWTH,
          OVERLOAD,
          SLOW_RECOVERY);

  private static final Set<Kind> DRIFTS = EnumSet.of(LATENCY_TREND, LATENCY_SHIFT);

  /** What each kind takes of the jobs' service time. */
  private static final Map<Kind, Set<Component>> TAKES =
      Map.ofEntries(
          Map.entry(DEADLOCK, EnumSet.of(Component.BLOCKED, Component.PARKED)),
          Map.entry(
              LOCK_CONTENTION, EnumSet.of(Component.BLOCKED, Component.WAITED, Component.PARKED)),
          Map.entry(LOCK_CONVOY, EnumSet.of(Component.BLOCKED)),
          Map.entry(
              CONNECTION_POOL_SATURATION,
              EnumSet.of(Component.BLOCKED, Component.PARKED, Component.WAITED)),
          Map.entry(DOWNSTREAM_LATENCY, EnumSet.of(Component.SOCKET, Component.PARKED)),
          Map.entry(FILE_IO, EnumSet.of(Component.FILE)),
          Map.entry(CPU_BOUND, EnumSet.of(Component.CPU, Component.READY, Component.UNEXPLAINED)),
          Map.entry(
              CPU_THROTTLING,
              EnumSet.of(Component.THROTTLED, Component.READY, Component.UNEXPLAINED)),
          Map.entry(GC_PRESSURE, EnumSet.of(Component.GC)),
          Map.entry(
              RETRY_STORM,
              EnumSet.of(
                  Component.SLEPT,
                  Component.SOCKET,
                  Component.PARKED,
                  Component.CPU,
                  Component.READY,
                  Component.UNEXPLAINED)),
          Map.entry(
              CLASS_INIT, EnumSet.of(Component.UNEXPLAINED, Component.BLOCKED, Component.WAITED)),
          Map.entry(THREAD_PINNING, EnumSet.of(Component.SLEPT, Component.BLOCKED)));

  /** A cause must take this share of the service time of the jobs that queue behind it. */
  private static final double EXPLAINS_SHARE = 0.4;

  /** Pauses that stop everything for this share of the time make queues wherever there are any. */
  private static final double STOPS_SHARE = 0.2;

  /** So much of what a job computes must be spent on trying again. */
  private static final double TRYING_SHARE = 0.5;

  private final Workload workload;

  CauseOrder(Workload workload) {
    this.workload = workload;
  }

  /**
   * What causes of a kind take of the service time of the jobs; empty for those of no such kind.
   */
  static Set<Component> takes(Kind kind) {
    return TAKES.getOrDefault(kind, Set.of());
  }

  /** The same findings, with causes raised and symptoms lowered. */
  List<Finding> apply(List<Finding> findings) {
    List<Finding> ordered = new ArrayList<>(findings);
    for (int symptom = 0; symptom < ordered.size(); symptom++) {
      for (int cause : causesOf(ordered, symptom)) {
        settle(ordered, cause, symptom);
      }
    }
    ordered.replaceAll(this::withVictimsInQueue);
    return ordered;
  }

  /** The same with the jobs that wait because others stand where it is: in threads they need. */
  private Finding withVictimsInQueue(Finding cause) {
    if (!TAKES.containsKey(cause.kind()) || cause.severity() == Severity.INFO) {
      return cause;
    }
    Set<String> jobs = new LinkedHashSet<>(cause.jobs());
    HeldUp heldUp = new HeldUp(workload);
    for (Pool pool : workload.pools()) {
      if (explains(cause, pool.name())) {
        workload.subjectsOf(pool.name()).stream()
            .filter(subject -> heldUp.by(cause.impact(), subject, stops(cause)))
            .map(Subject::name)
            .forEach(jobs::add);
      }
    }
    return cause.withJobs(List.copyOf(jobs));
  }

  /** All causes of a symptom; but of a queue, whose time must not be told twice, the main one. */
  private List<Integer> causesOf(List<Finding> findings, int symptom) {
    Stream<Integer> causes =
        IntStream.range(0, findings.size())
            .filter(i -> i != symptom && causes(findings.get(i), findings.get(symptom)))
            .boxed();
    return QUEUES.contains(findings.get(symptom).kind())
        ? causes.max(Comparator.comparingDouble(i -> share(findings, i))).stream().toList()
        : causes.toList();
  }

  private void settle(List<Finding> findings, int cause, int symptom) {
    if (AskedHere.is(workload, findings.get(cause), findings.get(symptom))) {
      findings.set(cause, AskedHere.joined(findings.get(cause), findings.get(symptom)));
    }
    if (keepsFromOthers(findings.get(cause), findings.get(symptom))) {
      String executor = findings.get(cause).culprit().executor();
      Culprit asking = findings.get(symptom).culprit().withExecutor(executor);
      findings.set(cause, findings.get(cause).withCulprit(asking));
    }
    if (isLock(findings.get(cause)) && isLock(findings.get(symptom))) {
      findings.set(cause, withJobsOf(findings.get(cause), findings.get(symptom)));
    }
    if (!QUEUES.contains(findings.get(symptom).kind())) {
      findings.set(symptom, findings.get(symptom).atMost(below(findings.get(cause).severity())));
      return;
    }
    Severity worst = findings.get(cause).severity().atLeast(findings.get(symptom).severity());
    Impact whole = sum(findings.get(cause).impact(), findings.get(symptom).impact());
    findings.set(cause, findings.get(cause).withSeverity(worst).withImpact(whole));
    findings.set(symptom, findings.get(symptom).atMost(below(worst)));
  }

  private static boolean isLock(Finding finding) {
    return finding.kind() == LOCK_CONTENTION || finding.kind() == LOCK_CONVOY;
  }

  /** Who is blocked by the one that is blocked is a victim, too. */
  private static Finding withJobsOf(Finding cause, Finding symptom) {
    Set<String> jobs = new LinkedHashSet<>(cause.jobs());
    jobs.addAll(symptom.jobs());
    return cause.withJobs(List.copyOf(jobs));
  }

  /** What a cause takes, and what the queue that it makes takes besides. */
  private static Impact sum(Impact cause, Impact queue) {
    if (cause.metric() != queue.metric()) {
      return cause;
    }
    double share = Math.min(1, cause.share() + queue.share());
    return new Impact(queue.metric(), queue.to() * (1 - share), queue.to(), share);
  }

  private static Severity below(Severity severity) {
    return severity == Severity.CRITICAL ? Severity.WARNING : Severity.INFO;
  }

  private boolean causes(Finding cause, Finding symptom) {
    if (AskedHere.is(workload, cause, symptom)) {
      return true;
    }
    if (cause.severity() == Severity.INFO) {
      return false;
    }
    if (QUEUES.contains(symptom.kind())) {
      return !keepsFromOthers(symptom, cause)
          && (explains(cause, symptom.culprit().executor()) || sameQueue(cause, symptom));
    }
    return switch (symptom.kind()) {
      case LOCK_CONTENTION, LOCK_CONVOY -> isRoot(cause, symptom);
      case GC_PRESSURE -> cause.kind() == HEAP_LEAK && cause.confidence() != Confidence.LOW;
      case HEAP_LEAK -> cause.kind() == GC_PRESSURE && symptom.confidence() == Confidence.LOW;
      case LATENCY_TREND, LATENCY_SHIFT ->
          sharesLock(cause, symptom) || decays(cause, symptom) || isPastPeak(cause, symptom);
      case THROUGHPUT_DECAY -> isPastPeak(cause, symptom);
      case CPU_BOUND ->
          stops(cause)
              || drifts(cause, symptom)
              || decays(cause, symptom)
              || isMostlyTryingAgain(cause, symptom);
      case DOWNSTREAM_LATENCY ->
          isHeldThere(cause, symptom)
              || drifts(cause, symptom)
              || isRetried(cause, symptom)
              || keepsFromOthers(cause, symptom)
              || starves(cause);
      case FILE_IO -> drifts(cause, symptom);
      default -> false;
    };
  }

  /**
   * Whether jobs queue because this is what the threads they wait for are busy with. Runs that are
   * in a deadlock never end, so that no time tells of it.
   */
  private boolean explains(Finding cause, String executor) {
    Set<Component> takes = TAKES.get(cause.kind());
    if (takes == null) {
      return false;
    }
    if (stops(cause)) {
      return true;
    }
    List<Subject> runners = workload.subjectsOf(executor);
    if (cause.kind() == DEADLOCK && runners.stream().anyMatch(job -> isVictim(job, cause))) {
      return true;
    }
    boolean ofProcessors = takes.contains(Component.READY);
    double service = 0;
    double taken = 0;
    for (Subject runner : runners) {
      // waiting for a processor is nobody's share
      service += ofProcessors ? runner.serviceNanos() : runner.wantedNanos();
      taken += isVictim(runner, cause) ? takes.stream().mapToDouble(runner::nanos).sum() : 0;
    }
    return taken >= EXPLAINS_SHARE * service && service > 0;
  }

  private static boolean isVictim(Subject job, Finding cause) {
    return cause.jobs().contains(job.name());
  }

  /** A queue that grows because of what was found of its executor. */
  private static boolean sameQueue(Finding cause, Finding symptom) {
    return symptom.kind() == QUEUE_GROWTH
        && QUEUES.contains(cause.kind())
        && cause.kind() != QUEUE_GROWTH
        && cause.culprit().executor().equals(symptom.culprit().executor());
  }

  private boolean stops(Finding cause) {
    return cause.kind() == GC_PRESSURE && workload.pauseRatio() >= STOPS_SHARE;
  }

  /** Answers are late, too, where this JVM leaves no processor to take them. */
  private boolean starves(Finding cause) {
    return workload.isMachineFull() && (cause.kind() == CPU_BOUND || stops(cause));
  }

  /** Computing that is mostly done for what has just failed. */
  private static boolean isMostlyTryingAgain(Finding cause, Finding computing) {
    return cause.kind() == RETRY_STORM
        && cause.jobs().contains(computing.jobs().get(0))
        && cause.impact().share() >= TRYING_SHARE * computing.impact().share();
  }

  /** An endpoint that is waited for long because it is asked again and again. */
  private static boolean isRetried(Finding cause, Finding downstream) {
    return cause.kind() == RETRY_STORM && samePlace(cause, downstream);
  }

  /**
   * Whether an endpoint is waited for in the pool that all of the JVM shares, so that those stand
   * still who never ask it: then where it is waited for is the fault, however slow it is.
   */
  private static boolean keepsFromOthers(Finding starvation, Finding downstream) {
    return starvation.kind() == POOL_STARVATION
        && downstream.kind() == DOWNSTREAM_LATENCY
        && Queueing.isCommonPool(starvation.culprit().executor())
        && !downstream.jobs().containsAll(starvation.jobs());
  }

  /** A lock whose holder was itself blocked by the other lock. */
  private boolean isRoot(Finding cause, Finding symptom) {
    String root = cause.culprit().lock();
    return !root.isEmpty()
        && !root.equals(symptom.culprit().lock())
        && workload.summary().locks().byKey().entrySet().stream()
            .filter(lock -> lock.getKey().name().equals(symptom.culprit().lock()))
            .flatMap(lock -> LockBlame.most(lock.getValue()).stream())
            .anyMatch(blame -> blame.rootLock().equals(Optional.of(root)));
  }

  /** A service time that rises because a lock is waited for longer. */
  private static boolean sharesLock(Finding cause, Finding drift) {
    String lock = drift.culprit().lock();
    return !lock.isEmpty() && lock.equals(cause.culprit().lock());
  }

  private static boolean decays(Finding cause, Finding symptom) {
    return cause.kind() == THROUGHPUT_DECAY && cause.jobs().equals(symptom.jobs());
  }

  /** What slows down because more and more runs at once. */
  private static boolean isPastPeak(Finding cause, Finding symptom) {
    return cause.kind() == CAPACITY_LIMIT && cause.jobs().equals(symptom.jobs());
  }

  /** What became slower while it was recorded is first of all that. */
  private static boolean drifts(Finding cause, Finding symptom) {
    return DRIFTS.contains(cause.kind())
        && symptom.jobs().containsAll(cause.jobs())
        && samePlace(cause, symptom);
  }

  private static boolean samePlace(Finding one, Finding other) {
    return one.culprit().endpoint().equals(other.culprit().endpoint())
        && one.culprit().path().equals(other.culprit().path());
  }

  /** An endpoint that is slow for most jobs because one asks it while it holds a lock. */
  private static boolean isHeldThere(Finding lock, Finding downstream) {
    return lock.kind() == LOCK_CONTENTION
        && !lock.culprit().endpoint().isEmpty()
        && lock.culprit().endpoint().equals(downstream.culprit().endpoint());
  }

  private static double share(List<Finding> findings, int index) {
    return findings.get(index).impact().share();
  }
}
