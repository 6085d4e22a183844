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
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.WaitKey;
import dev.sojourn.analyzer.summary.WorkSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pools that have too few threads, where no executor was sampled. A thread that finds its queue
 * empty waits, and its wait is recorded. Threads that waited at first and do not any more, though
 * they stand still in their tasks most of the time, find a task each time they have done one: so
 * tasks queue, and there are processors to serve them.
 */
final class CrewQueueing {
  /** As for pools that were sampled. */
  private static final double SATURATED_SHARE = 0.5;

  /** And where it is all one phase: what waits is worked off as slowly as that. */
  private static final double PHASE_SHARE = 0.3;

  private static final double MOSTLY = 0.5;

  /** As many who wait for tasks as threads run them are served at once. */
  private static final double SERVED_AT_ONCE = 1.2;

  private static final Set<WorkSource> QUEUES =
      EnumSet.of(WorkSource.EXECUTOR, WorkSource.QUEUE, WorkSource.FORK_JOIN);

  private static final String AWAITS = "java.util.concurrent.ThreadPoolExecutor.awaitTermination";

  private final Crew crew;
  private final Workload workload;

  private CrewQueueing(Crew crew, Workload workload) {
    this.crew = crew;
    this.workload = workload;
  }

  /** What is found of one kind in all pools. */
  static List<Finding> findings(Workload workload, Kind kind) {
    Stream<Finding> full =
        workload.crews().stream()
            .map(crew -> new CrewQueueing(crew, workload))
            .filter(queueing -> queueing.kind().filter(kind::equals).isPresent())
            .map(queueing -> queueing.finding(kind));
    return Stream.concat(full, kind == Kind.POOL_STARVATION ? stuck(workload) : Stream.of())
        .toList();
  }

  /** Pools whose tasks wait for tasks of theirs that no thread is left for. */
  private static Stream<Finding> stuck(Workload workload) {
    return StuckCrew.all(workload).stream()
        .flatMap(
            stuck ->
                stuck
                    .waitForTask()
                    .map(site -> Culprit.UNKNOWN.withMethod(site.method(), site.line()))
                    .map(culprit -> culprit.withExecutor(stuck.crew().name()))
                    .map(culprit -> stuck.finding(Kind.POOL_STARVATION, culprit))
                    .stream());
  }

  private Optional<Kind> kind() {
    boolean queues =
        crew.source().filter(QUEUES::contains).isPresent()
            && crew.isKnown()
            && crew.takesTurns()
            && (saturatedShare() >= SATURATED_SHARE || phaseShare() >= PHASE_SHARE)
            && crew.share(Component.CPU) < MOSTLY
            && !standsForRoom()
            && !isWaitedFor();
    if (!queues) {
      return Optional.empty();
    }
    if (isCommonPool() || standsForTasks()) {
      return Optional.of(Kind.POOL_STARVATION);
    }
    // the others of a fork/join pool may never have had anything to do
    return crew.source().equals(Optional.of(WorkSource.FORK_JOIN))
        ? Optional.empty()
        : Optional.of(crew.threads() == 1 ? Kind.SERIAL_STAGE : Kind.THREAD_POOL_SATURATION);
  }

  private Finding finding(Kind kind) {
    Impact impact = new Impact(Metric.BUSY_THREADS, crew.busyThreads(), crew.threads(), 0);
    return Finding.of(kind, Severity.WARNING, Confidence.MEDIUM, impact)
        .withJobs(List.of(crew.group()))
        .withCulprit(Culprit.UNKNOWN.withExecutor(crew.name()))
        .withEvidence(
            Evidence.share("all threads busy, and none waits for work", saturatedShare()),
            Evidence.count("threads", crew.threads()),
            Evidence.share("machine CPU in use", workload.machineCpuRatio()))
        .withCaveats(Caveats.and(workload, new Caveat(Caveat.Bias.UNSEEN_QUEUE, crew.name())));
  }

  private double saturatedShare() {
    return (double) crew.saturatedNanos() / workload.coveredNanos();
  }

  private double phaseShare() {
    return (double) crew.longestSaturatedNanos() / workload.coveredNanos();
  }

  private boolean isCommonPool() {
    return crew.source().equals(Optional.of(WorkSource.FORK_JOIN))
        && crew.name().toLowerCase(Locale.ROOT).contains("commonpool")
        && crew.threads() >= workload.processors() - 1;
  }

  /** Whether its threads mostly wait until the next take what they made. */
  private boolean standsForRoom() {
    long nanos =
        workload.waits().entrySet().stream()
            .filter(wait -> isOfCrew(wait.getKey()) && CrewStage.isForRoom(wait.getKey().site()))
            .mapToLong(wait -> wait.getValue().total().totalNanos())
            .sum();
    return nanos >= MOSTLY * crew.busyNanos();
  }

  /** Whether its tasks stand still for other tasks most of the time. */
  private boolean standsForTasks() {
    long nanos = 0;
    long forTasks = 0;
    for (var wait : workload.waits().entrySet()) {
      WaitKey key = wait.getKey();
      if (isOfCrew(key) && WorkSource.of(key.site()) == null) {
        nanos += wait.getValue().total().totalNanos();
        forTasks += Standing.awaitsTask(key.site()) ? wait.getValue().total().totalNanos() : 0;
      }
    }
    return forTasks > MOSTLY * nanos;
  }

  /**
   * Whether somebody else waits for what it does most of the time, and no more of them than are
   * served at once: they hand over lists of work, or one piece after the other.
   */
  private boolean isWaitedFor() {
    double waiting =
        workload.waits().entrySet().stream()
            .filter(wait -> !isOfCrew(wait.getKey()) && isForTasks(wait.getKey().site()))
            .mapToDouble(wait -> wait.getValue().total().totalNanos())
            .sum();
    double number = waiting / workload.coveredNanos();
    return number >= MOSTLY && number <= SERVED_AT_ONCE * crew.threads();
  }

  private boolean isOfCrew(WaitKey wait) {
    return wait.actor().name().equals(crew.group());
  }

  private static boolean isForTasks(Site site) {
    return Standing.awaitsTask(site) || site.stack().contains(AWAITS);
  }
}
