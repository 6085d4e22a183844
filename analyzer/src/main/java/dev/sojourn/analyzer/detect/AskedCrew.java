package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.WorkSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Threads of the program's own that take tasks from a queue of its own, so that no executor tells
 * how many wait: jobs stand for tasks that no executor runs, more of them than such threads could
 * serve soon, and these hardly ever find their queue empty.
 */
record AskedCrew(Workload workload, Crew crew, List<Subject> askers) {
  /** As for pools that were sampled. */
  private static final double SATURATED_SHARE = 0.5;

  /** Those that each thread serves, and as many waiting as are no trouble to a pool. */
  private static final double ASKERS_PER_THREAD = 1 + Queueing.QUEUED_PER_THREAD;

  private static final double MOSTLY = 0.5;

  /** The one that jobs most likely wait for, if there is one. */
  static List<Finding> findings(Workload workload, Kind kind) {
    List<Subject> askers = new Asking(workload).askersOfNoExecutor();
    return workload.crewsWithoutJobs().stream()
        .map(crew -> new AskedCrew(workload, crew, askers))
        .filter(AskedCrew::isTooSmall)
        .max(Comparator.comparingLong(asked -> asked.crew.saturatedNanos()))
        .filter(asked -> asked.kind() == kind)
        .flatMap(asked -> asked.finding(kind))
        .stream()
        .toList();
  }

  private boolean isTooSmall() {
    double waiting = askers.stream().mapToDouble(this::waitNanos).sum();
    return crew.source().equals(Optional.of(WorkSource.QUEUE))
        && crew.isKnown()
        && crew.saturatedNanos() >= SATURATED_SHARE * workload.coveredNanos()
        && crew.share(Component.CPU) < MOSTLY
        && waiting >= ASKERS_PER_THREAD * crew.threads() * workload.coveredNanos();
  }

  private Kind kind() {
    return crew.threads() == 1 ? Kind.SERIAL_STAGE : Kind.THREAD_POOL_SATURATION;
  }

  private double waitNanos(Subject asker) {
    return new Asking(workload).waitNanos(asker);
  }

  private Optional<Finding> finding(Kind kind) {
    Harm harm =
        workload.harm(
            askers.stream()
                .map(asker -> asker.lossWithin(Component.PARKED, waitNanos(asker)))
                .toList());
    return harm.severity()
        .map(severity -> Finding.of(kind, severity, Confidence.MEDIUM, harm.impact()))
        .map(
            finding ->
                finding
                    .withJobs(harm.jobs())
                    .withCulprit(culprit())
                    .withEvidence(
                        Evidence.share(
                            "all threads busy, and none waits for work",
                            (double) crew.saturatedNanos() / workload.coveredNanos()),
                        Evidence.count("threads", crew.threads()),
                        Evidence.share("machine CPU in use", workload.machineCpuRatio()))
                    .withCaveats(Caveats.of(workload)));
  }

  /** The threads, and where they stand still longest. */
  private Culprit culprit() {
    return CrewStage.standing(workload, crew).withExecutor(crew.name());
  }
}
