package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.TimeTotal;
import dev.sojourn.analyzer.summary.WaitKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Long computations inside a concurrent map, which keep its monitor meanwhile. Of virtual threads
 * that wait for it neither the JVM nor the agent tells, as the map is the JDK's own, so that theirs
 * is the time that nothing explains.
 *
 * @param place of the program that lets the map compute
 * @param time of its waits while the map computes
 * @param jobs that were seen to compute there
 * @param seconds in which they were
 */
record MapComputations(String place, TimeTotal time, Set<Subject> jobs, Set<Long> seconds) {
  private static final String MAP = "java.util.concurrent.ConcurrentHashMap";
  private static final List<String> COMPUTING = List.of(".compute", ".merge");

  /** Executors whose tasks may have virtual threads. */
  private static final String THREAD_PER_TASK = "ThreadPerTaskExecutor";

  /** The time that nothing explains lies in the seconds of the computations nearly always. */
  private static final double MEANWHILE_SHARE = 0.8;

  /** Less of a job's service time may be lost to anything. */
  private static final double LEAST_SHARE = 0.3;

  /** Who waits for a computation does so for a good part of one; a processor is there sooner. */
  private static final double PART_OF_COMPUTATION = 0.1;

  /** The one that costs most, unless the monitors of maps are told of. */
  static List<Finding> findings(Workload workload) {
    boolean told =
        workload.summary().locks().byKey().keySet().stream()
            .anyMatch(
                lock ->
                    lock.family() == LockKey.Family.MONITOR && lock.className().startsWith(MAP));
    if (told) {
      return List.of();
    }
    Map<String, MapComputations> places = new TreeMap<>();
    workload
        .waits()
        .forEach(
            (key, waits) ->
                of(workload, key, waits.total(), waits.series())
                    .ifPresent(some -> places.merge(some.place, some, MapComputations::plus)));
    return places.values().stream()
        .max(Comparator.comparingLong(some -> some.time.totalNanos()))
        .flatMap(most -> most.finding(workload))
        .map(List::of)
        .orElse(List.of());
  }

  private static Optional<MapComputations> of(
      Workload workload, WaitKey wait, TimeTotal time, Series<TimeTotal> series) {
    return workload
        .subject(wait.actor())
        .filter(job -> mayBeVirtual(workload, job))
        .flatMap(
            job ->
                caller(wait.site().stack())
                    .map(
                        place ->
                            new MapComputations(
                                place, time, Set.of(job), Set.copyOf(series.bins().keySet()))));
  }

  /** The method of the program that lets a map compute, further in on the stack. */
  private static Optional<String> caller(List<String> stack) {
    return stack.stream()
        .dropWhile(method -> !computes(method))
        .filter(method -> !method.startsWith("java."))
        .findFirst();
  }

  private static boolean computes(String method) {
    return method.startsWith(MAP)
        && COMPUTING.stream().anyMatch(name -> method.startsWith(name, MAP.length()));
  }

  private static boolean mayBeVirtual(Workload workload, Subject job) {
    return workload.pools().stream()
        .filter(
            pool ->
                pool.statistics().classNames().keySet().stream()
                    .anyMatch(name -> name.endsWith(THREAD_PER_TASK)))
        .anyMatch(pool -> workload.subjectsOf(pool.name()).contains(job));
  }

  private MapComputations plus(MapComputations other) {
    Set<Subject> both = new HashSet<>(jobs);
    both.addAll(other.jobs);
    Set<Long> all = new HashSet<>(seconds);
    all.addAll(other.seconds);
    return new MapComputations(place, time.plus(other.time), both, all);
  }

  private Optional<Finding> finding(Workload workload) {
    List<Loss> losses = new ArrayList<>();
    for (Subject job : jobs) {
      if (isInProportion(job) && isMeanwhile(workload, job)) {
        losses.add(job.loss(Component.UNEXPLAINED));
      }
    }
    Harm harm = workload.harm(losses);
    return harm.severity()
        .filter(severity -> time.totalNanos() >= Harm.LEAST_CONCURRENCY * workload.coveredNanos())
        .map(severity -> workload.isMachineFull() ? severity.atMost(Severity.WARNING) : severity)
        .map(severity -> Finding.of(Kind.LOCK_CONTENTION, severity, Confidence.LOW, harm.impact()))
        .map(
            finding ->
                finding
                    .withJobs(harm.jobs())
                    .withCulprit(
                        Culprit.UNKNOWN.withMethod(place, -1).withLock(MAP).withClassName(MAP))
                    .withEvidence(
                        Evidence.nanos("seen while the map computes", time.totalNanos()),
                        Evidence.nanos("longest of it", time.maxNanos()))
                    .withCaveats(
                        Caveats.and(workload, new Caveat(Caveat.Bias.GUESSED_HOLDER, MAP))));
  }

  private boolean isInProportion(Subject job) {
    double eachNanos = job.nanos(Component.UNEXPLAINED) / Math.max(1, job.runs());
    double computingNanos = (double) time.totalNanos() / Math.max(1, time.count());
    return job.serviceShare(Component.UNEXPLAINED) >= LEAST_SHARE
        && eachNanos >= PART_OF_COMPUTATION * computingNanos;
  }

  /** Whether the time that nothing explains is of the seconds in which the map computes. */
  private boolean isMeanwhile(Workload workload, Subject job) {
    long all = 0;
    long meanwhile = 0;
    for (var second :
        workload.summary().jobs().byName().get(job.name()).components().bins().entrySet()) {
      long nanos = second.getValue().nanos(Component.UNEXPLAINED);
      all += nanos;
      meanwhile += seconds.contains(second.getKey()) ? nanos : 0;
    }
    return meanwhile >= MEANWHILE_SHARE * all;
  }
}
