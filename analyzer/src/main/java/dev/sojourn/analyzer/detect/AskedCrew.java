package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.WorkSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Threads of the program's own that take tasks from a queue of its own, so that no executor tells
 * how many wait: others stand for tasks that no executor runs, more of them than such threads could
 * serve soon, and these hardly ever find their queue empty.
 *
 * @param waitNanos by job or, where there are none, by group of threads that waits for tasks
 */
record AskedCrew(Workload workload, Crew crew, Map<String, Double> waitNanos) {
  /** As for pools that were sampled. */
  private static final double SATURATED_SHARE = 0.5;

  /** Those that each thread serves, and as many waiting as are no trouble to a pool. */
  private static final double ASKERS_PER_THREAD = 1 + Queueing.QUEUED_PER_THREAD;

  private static final double MOSTLY = 0.5;

  /** The one that is most likely waited for, if there is one. */
  static List<Finding> findings(Workload workload, Kind kind) {
    Map<String, Double> waits = waits(workload);
    return workload.crewsWithoutJobs().stream()
        .map(crew -> new AskedCrew(workload, crew, without(crew.group(), waits)))
        .filter(AskedCrew::isTooSmall)
        .max(Comparator.comparingLong(asked -> asked.crew.saturatedNanos()))
        .filter(asked -> asked.kind() == kind)
        .flatMap(AskedCrew::finding)
        .stream()
        .toList();
  }

  private static Map<String, Double> waits(Workload workload) {
    Asking asking = new Asking(workload);
    if (!workload.hasJobs()) {
      return asking.threadsThatAsk();
    }
    Map<String, Double> waits = new TreeMap<>();
    asking.askersOfNoExecutor().forEach(job -> waits.put(job.name(), asking.waitNanos(job)));
    return waits;
  }

  private static Map<String, Double> without(String group, Map<String, Double> waits) {
    Map<String, Double> others = new TreeMap<>(waits);
    others.remove(group);
    return others;
  }

  private boolean isTooSmall() {
    double waiting = waitNanos.values().stream().mapToDouble(Double::doubleValue).sum();
    return crew.source().equals(Optional.of(WorkSource.QUEUE))
        && crew.isKnown()
        && crew.saturatedNanos() >= SATURATED_SHARE * workload.coveredNanos()
        && crew.share(Component.CPU) < MOSTLY
        && waiting >= ASKERS_PER_THREAD * crew.threads() * workload.coveredNanos();
  }

  private Kind kind() {
    return crew.threads() == 1 ? Kind.SERIAL_STAGE : Kind.THREAD_POOL_SATURATION;
  }

  private Optional<Finding> finding() {
    return found()
        .map(
            finding ->
                finding
                    .withCulprit(culprit())
                    .withEvidence(
                        Evidence.share(
                            "all threads busy, and none waits for work",
                            (double) crew.saturatedNanos() / workload.coveredNanos()),
                        Evidence.count("threads", crew.threads()),
                        Evidence.share("machine CPU in use", workload.machineCpuRatio()))
                    .withCaveats(Caveats.of(workload)));
  }

  /** How much of the time of threads without jobs is idle is not known, so no share of it is. */
  private Optional<Finding> found() {
    if (!workload.hasJobs()) {
      Impact impact = new Impact(Metric.BUSY_THREADS, crew.busyThreads(), crew.threads(), 0);
      return Optional.of(
          Finding.of(kind(), Severity.WARNING, Confidence.MEDIUM, impact)
              .withJobs(List.copyOf(waitNanos.keySet())));
    }
    Harm harm = workload.harm(waitNanos.entrySet().stream().flatMap(this::loss).toList());
    return harm.severity()
        .map(
            severity ->
                Finding.of(kind(), severity, Confidence.MEDIUM, harm.impact())
                    .withJobs(harm.jobs()));
  }

  private Stream<Loss> loss(Map.Entry<String, Double> wait) {
    return workload.subject(wait.getKey()).stream()
        .map(job -> job.lossWithin(Component.PARKED, wait.getValue()));
  }

  /** The threads, and where they stand still longest. */
  private Culprit culprit() {
    return CrewStage.standing(workload, crew).withExecutor(crew.name());
  }
}
