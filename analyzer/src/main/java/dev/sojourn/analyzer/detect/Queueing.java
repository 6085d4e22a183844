package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Jobs that wait for a thread of one pool, and why there is none free. Each case has one kind, so
 * that the detectors of the several kinds of queueing do not tell of the same queue twice.
 */
final class Queueing {
  /**
   * A pool that has more work than threads for half of the time is too small for its work; a bursty
   * but healthy one is idle between the bursts.
   */
  private static final double SATURATED_SHARE = 0.5;

  /**
   * Where others have the processors, all tasks but those that sleep take longer than they need.
   */
  private static final double STARVED_SATURATED_SHARE = 0.8;

  /** Slow jobs that come now and then block the others for a part of the time only. */
  private static final double BLOCKED_LINE_SHARE = 0.15;

  /** Jobs that are this much slower than others do not belong into their queue. */
  private static final double SLOW_JOB_FACTOR = 8;

  /** And they are the exception in it: so many others for each of them. */
  private static final double OTHERS_PER_SLOW_JOB = 3;

  /** Refusing one task in a hundred is more than bad luck. */
  private static final double REJECTED_SHARE = 0.01;

  /** A stage does one sort of work nearly always. */
  private static final double STAGE_SHARE = 0.9;

  /** Threads that are in use for less of the time have some to spare. */
  private static final double SPENT_RATIO = 0.95;

  /** Fewer waiting tasks for each thread are worked off in the time of a run or two. */
  static final double QUEUED_PER_THREAD = 1.5;

  private static final Set<Kind> PHASES = Set.of(Kind.OVERLOAD, Kind.SLOW_RECOVERY);

  private static final double MOSTLY = 0.5;
  private static final double SOME = 0.1;

  private static final Set<Component> STANDING =
      Set.of(
          Component.BLOCKED,
          Component.PARKED,
          Component.WAITED,
          Component.SOCKET,
          Component.FILE,
          Component.SLEPT);

  private final Pool pool;
  private final Workload workload;
  private final List<Subject> subjects;

  private Queueing(Pool pool, Workload workload) {
    this.pool = pool;
    this.workload = workload;
    this.subjects = workload.subjectsOf(pool.name());
  }

  /** What is found of one kind in all pools. */
  static List<Finding> findings(Workload workload, Kind kind) {
    return workload.pools().stream()
        .map(pool -> new Queueing(pool, workload))
        .filter(queueing -> queueing.kind().filter(kind::equals).isPresent())
        .map(queueing -> queueing.finding(kind))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Kind> kind() {
    if (pool.isUnbounded() || pool.isBatch() || HandedOver.is(workload) || subjects.isEmpty()) {
      return Optional.empty();
    }
    boolean waits = pool.saturatedShare() >= BLOCKED_LINE_SHARE;
    boolean slowJobBlocks = waits && slowJob().isPresent();
    if (waits && !slowJobBlocks && new Asking(workload).starves(subjects)) {
      return Optional.of(Kind.POOL_STARVATION);
    }
    if (pool.recovery().filter(Recovery::isSlow).isPresent()) {
      return Optional.of(Kind.SLOW_RECOVERY);
    }
    if (refuses() && pool.busyShare() >= BLOCKED_LINE_SHARE && !isNearlyEnough()) {
      return Optional.of(Kind.OVERLOAD);
    }
    if (slowJobBlocks) {
      return Optional.of(slowJobKind());
    }
    if (pool.recovery().filter(pool::isFlooded).isPresent()) {
      return Optional.of(Kind.OVERLOAD);
    }
    return isSaturated() ? Optional.of(saturatedKind()) : Optional.empty();
  }

  /** Who stands still in the pool that all share keeps it from all, not from one queue. */
  private Kind slowJobKind() {
    return isCommonPool() && stands() ? Kind.POOL_STARVATION : Kind.HEAD_OF_LINE_BLOCKING;
  }

  private boolean isSaturated() {
    boolean longer = workload.isStarved() && !isMostly(Set.of(Component.SLEPT));
    return pool.saturatedShare() >= (longer ? STARVED_SATURATED_SHARE : SATURATED_SHARE);
  }

  /** Whether it refuses so many tasks that it is no accident. */
  private boolean refuses() {
    return pool.rejected() > 0 && rejectedShare() >= REJECTED_SHARE;
  }

  /**
   * Whether it refuses a few of those that wait for its threads, while processors could serve more,
   * or tasks that stand still do not need them: what harms is that there are too few threads, not
   * that too much comes.
   */
  private boolean isNearlyEnough() {
    return isSaturated()
        && rejectedShare() < Harm.WARNING_SHARE
        && (stands() || !workload.isMachineFull())
        && !lacksProcessors();
  }

  private double rejectedShare() {
    long runs = subjects.stream().mapToLong(Subject::runs).sum();
    return (double) pool.rejected() / Math.max(1, pool.rejected() + runs);
  }

  /**
   * No less than it is where tasks are refused: those are lost, however short the others wait. No
   * more than an info where threads have time to spare and few tasks wait: what comes is worked off
   * before more comes; nor where those that there are wait for processors for most of the time:
   * more threads would wait, too.
   */
  private Severity weighed(Kind kind, Severity severity) {
    if (refuses()) {
      return severity.atLeast(Severity.WARNING);
    }
    boolean tooFewThreads = kind == Kind.THREAD_POOL_SATURATION || kind == Kind.SERIAL_STAGE;
    boolean keepsUp =
        pool.utilizationRatio() < SPENT_RATIO
            && pool.meanQueueLength() < QUEUED_PER_THREAD * pool.mostThreads()
            && AwaitedStage.of(workload, subjects).isEmpty();
    return tooFewThreads && (keepsUp || lacksProcessors())
        ? severity.atMost(Severity.INFO)
        : severity;
  }

  private Kind saturatedKind() {
    if (AwaitedStage.of(workload, subjects).isPresent()) {
      return Kind.SERIAL_STAGE;
    }
    if (isStarved()) {
      return Kind.POOL_STARVATION;
    }
    return pool.mostThreads() == 1 && isStage() ? Kind.SERIAL_STAGE : Kind.THREAD_POOL_SATURATION;
  }

  /** Whether one sort of work goes through it; a pool for all sorts is no stage. */
  private boolean isStage() {
    long runs = subjects.stream().mapToLong(Subject::runs).sum();
    return subjects.stream().anyMatch(subject -> subject.runs() >= STAGE_SHARE * runs);
  }

  private Optional<Finding> finding(Kind kind) {
    Harm harm = workload.harm(victims(kind).map(Subject::waitingLoss).toList());
    if (harm.severity().isEmpty() || mostNeverRan()) {
      return stuck(kind);
    }
    return harm.severity()
        .map(severity -> weighed(kind, severity))
        .map(severity -> Finding.of(kind, severity, confidence(), harm.impact()))
        .map(
            finding ->
                finding
                    .withJobs(jobs(kind, harm))
                    .withCulprit(culprit(kind))
                    .withEvidence(evidence())
                    .withEvidence(overload(kind))
                    .withCaveats(caveats()))
        .map(this::since);
  }

  /**
   * In a pool that starves, those that hold its threads wait as well, and for each other. And who
   * waits for the tasks of a pool waits for all that makes them late.
   */
  private List<String> jobs(Kind kind, Harm harm) {
    Stream<Subject> others =
        kind == Kind.POOL_STARVATION ? subjects.stream() : new Asking(workload).askersOf(subjects);
    return Stream.concat(harm.jobs().stream(), others.map(Subject::name)).distinct().toList();
  }

  /** Whether more tasks wait in the end than ever ended: those that did tell little of them. */
  private boolean mostNeverRan() {
    long runs = subjects.stream().mapToLong(Subject::runs).sum();
    return growth().filter(growth -> growth.last() > runs).isPresent();
  }

  private Optional<Growth> growth() {
    return Growth.of(pool.queueLength(), Math.max(1, pool.mostThreads()));
  }

  /** Where hardly a run ends, none tells how long it waited; the queue does. */
  private Optional<Finding> stuck(Kind kind) {
    return growth()
        .map(growth -> new Impact(Metric.QUEUE_LENGTH, growth.first(), growth.last(), 0))
        .map(
            impact ->
                Finding.of(kind, weighed(kind, Severity.CRITICAL), confidence(), impact)
                    .withJobs(subjects.stream().map(Subject::name).toList())
                    .withCulprit(culprit(kind))
                    .withEvidence(evidence())
                    .withEvidence(overload(kind))
                    .withCaveats(caveats()));
  }

  private Finding since(Finding finding) {
    return pool.recovery()
        .filter(recovery -> PHASES.contains(finding.kind()))
        .map(
            recovery ->
                finding
                    .since(pool.epochNanos(recovery.begin()))
                    .withEvidence(
                        Evidence.share(
                            "of the time to recover", (double) recovery.samples() / pool.bins())))
        .orElse(finding);
  }

  private Stream<Subject> victims(Kind kind) {
    Optional<Subject> slow = kind == Kind.HEAD_OF_LINE_BLOCKING ? slowJob() : Optional.empty();
    return subjects.stream().filter(subject -> !slow.equals(Optional.of(subject)));
  }

  private Confidence confidence() {
    return workload.knowsCpu() && !workload.isMachineFull() ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private Culprit culprit(Kind kind) {
    Culprit culprit = Culprit.UNKNOWN.withExecutor(pool.name());
    return switch (kind) {
      case HEAD_OF_LINE_BLOCKING ->
          slowJob().map(slow -> culprit.withMethod(slow.name(), -1)).orElse(culprit);
      case POOL_STARVATION ->
          Standing.longest(workload, subjects)
              .map(site -> Sleeping.culprit(workload, site).withExecutor(pool.name()))
              .orElse(culprit);
      case SERIAL_STAGE ->
          AwaitedStage.of(workload, subjects)
              .map(stage -> culprit.withMethod(stage.method(), stage.line()))
              .orElse(culprit);
      default -> culprit;
    };
  }

  private Evidence[] evidence() {
    return new Evidence[] {
      Evidence.share("all threads busy and tasks queued", pool.saturatedShare()),
      Evidence.count("threads", pool.mostThreads()),
      Evidence.count("mean queue length", pool.meanQueueLength()),
      Evidence.share("threads in use", pool.utilizationRatio()),
      Evidence.share("machine CPU in use", workload.machineCpuRatio()),
      Evidence.count("rejected tasks", pool.rejected())
    };
  }

  /** When there was too much to do, what it cost, and whether it was ever worked off. */
  private Evidence[] overload(Kind kind) {
    return PHASES.contains(kind) ? pool.overload().evidence(workload, subjects) : new Evidence[0];
  }

  private List<Caveat> caveats() {
    List<Caveat> caveats = new ArrayList<>(Caveats.of(workload));
    LittlesLaw.of(workload, pool).caveat().ifPresent(caveats::add);
    return caveats;
  }

  /** A job type that takes most of the pool's time in a few long runs, if there is one. */
  private Optional<Subject> slowJob() {
    double busyNanos = subjects.stream().mapToDouble(Subject::serviceNanos).sum();
    return subjects.stream()
        .max(Comparator.comparingDouble(Queueing::meanServiceNanos))
        .filter(slow -> slow.serviceNanos() >= MOSTLY * busyNanos)
        .filter(this::isMuchSlowerThanMost);
  }

  private boolean isMuchSlowerThanMost(Subject slow) {
    long others = 0;
    long quick = 0;
    for (Subject subject : subjects) {
      if (!subject.equals(slow)) {
        others += subject.runs();
        boolean much = meanServiceNanos(slow) >= SLOW_JOB_FACTOR * meanServiceNanos(subject);
        quick += much ? subject.runs() : 0;
      }
    }
    return others >= OTHERS_PER_SLOW_JOB * slow.runs() && quick > MOSTLY * others;
  }

  private boolean isStarved() {
    return stands() && (isCommonPool() || waitForTasks());
  }

  /** Whether its threads stand still for most of the time in which they run tasks. */
  private boolean stands() {
    return isMostly(STANDING);
  }

  private boolean lacksProcessors() {
    return isMostly(Set.of(Component.READY));
  }

  /** Whether the time in its threads is mostly made of these. */
  private boolean isMostly(Set<Component> components) {
    double part = 0;
    double service = 0;
    for (Subject subject : subjects) {
      service += subject.serviceNanos();
      part += components.stream().mapToDouble(subject::nanos).sum();
    }
    return part > 0 && part >= MOSTLY * service;
  }

  /**
   * A wait that does not end leaves no event, so where hardly a run ends the others tell enough.
   */
  private boolean waitForTasks() {
    return Standing.forTasksShare(workload, subjects) > (mostNeverRan() ? SOME : MOSTLY);
  }

  /** Whether an executor has the name of the JVM's common pool. */
  static boolean isCommonPool(String executor) {
    return executor.toLowerCase(Locale.ROOT).contains("commonpool");
  }

  private boolean isCommonPool() {
    return isCommonPool(pool.name())
        && pool.statistics().classNames().keySet().stream()
            .anyMatch(name -> name.endsWith("ForkJoinPool"));
  }

  private static double meanServiceNanos(Subject subject) {
    return subject.serviceNanos() / Math.max(1, subject.runs());
  }
}
