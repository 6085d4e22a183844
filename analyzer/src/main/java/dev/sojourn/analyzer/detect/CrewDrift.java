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
import dev.sojourn.analyzer.summary.ComponentTimes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pools whose tasks take more and more time, where no runs were recorded. The time in which the
 * threads do not wait for work must rise as a recorded service time would, and what is known of
 * their work with it, or the other way round: the one holds what others do to a thread, and the
 * other rises where waits that were too short to be recorded become a little longer.
 */
final class CrewDrift {
  private static final double MORE_LOAD_FACTOR = 1.5;
  private static final double STARVED_FACTOR = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private static final Set<Component> OWN =
      EnumSet.of(Component.CPU, Component.SOCKET, Component.FILE, Component.SLEPT);

  private final Crew crew;
  private final CrewRuns runs;
  private final Workload workload;

  private CrewDrift(Crew crew, Workload workload) {
    this.crew = crew;
    this.runs = new CrewRuns(crew);
    this.workload = workload;
  }

  /** What is found of one kind in all pools. */
  static List<Finding> findings(Workload workload, Kind kind) {
    return workload.crews().stream()
        .filter(crew -> crew.source().isPresent() && crew.isKnown())
        .map(crew -> new CrewDrift(crew, workload))
        .flatMap(drift -> drift.finding(kind).stream())
        .toList();
  }

  private Optional<Finding> finding(Kind kind) {
    double least = 1 + Drift.LEAST_RISE_RATIO;
    return drift()
        .filter(drift -> drift.kind() == kind)
        .filter(drift -> rise() >= least)
        .flatMap(this::finding);
  }

  /** By which factor tasks became longer, both by what is known of them and in the whole. */
  private double rise() {
    return Math.min(CrewRuns.rise(runs.whole()), CrewRuns.rise(runs.known()));
  }

  /** The time in which a thread waits for no work is exact, unless others take the processors. */
  private Optional<Drift> drift() {
    Optional<Drift> known = Drift.of(runs.known());
    return workload.isStarved() ? known : Drift.of(runs.whole()).or(() -> known);
  }

  private Optional<Finding> finding(Drift drift) {
    double all = Arrays.stream(runs.numbers().values()).sum();
    double extraNanos = (drift.toNanos() - drift.fromNanos()) * all / 2;
    Optional<Subject> subject = workload.subject(crew.group());
    if (extraNanos < Harm.LEAST_CONCURRENCY * workload.coveredNanos() || subject.isEmpty()) {
      return Optional.empty();
    }
    Optional<MovedComponent> moved = moved();
    Impact impact =
        new Impact(
            Metric.SERVICE_MEAN_MILLIS,
            drift.fromNanos() / NANOS_PER_MILLI,
            drift.toNanos() / NANOS_PER_MILLI,
            0);
    return Optional.of(
        Finding.of(drift.kind(), severity(drift, moved), Confidence.MEDIUM, impact)
            .withJobs(List.of(crew.group()))
            .withCulprit(
                moved.map(what -> what.culprit(workload, subject.get())).orElse(Culprit.UNKNOWN))
            .since(drift.sinceEpochNanos())
            .withEvidence(
                new Evidence("a task became", CrewRuns.rise(runs.whole()), "times as long"),
                new Evidence(
                    "what is known of a task became", CrewRuns.rise(runs.known()), "times as long"),
                Evidence.count("tasks seen to begin", Math.rint(all)),
                drift.proof())
            .withCaveats(Caveats.and(workload, new Caveat(Caveat.Bias.UNSEEN_RUNS, crew.name()))));
  }

  private Optional<MovedComponent> moved() {
    List<ComponentTimes> times = runs.firstAndLast();
    return MovedComponent.between(times.get(0), times.get(1));
  }

  private Severity severity(Drift drift, Optional<MovedComponent> moved) {
    boolean onProcessor = moved.filter(what -> what.component() == Component.CPU).isPresent();
    boolean sharesCore =
        onProcessor && drift.kind() == Kind.LATENCY_SHIFT && drift.factor() < OtherLoad.MOST_FACTOR;
    boolean explained =
        OtherLoad.explains(workload, drift.factor())
            || CrewRuns.rise(runs.numbers()) >= MORE_LOAD_FACTOR
            || sharesCore
            || (workload.isStarved() && !isOfTheProgram(moved));
    if (explained) {
      return Severity.INFO;
    }
    return drift.factor() >= Drift.CRITICAL_FACTOR ? Severity.CRITICAL : Severity.WARNING;
  }

  /** Others who have the processors make all that is done take longer, but not so much. */
  private boolean isOfTheProgram(Optional<MovedComponent> moved) {
    return rise() >= STARVED_FACTOR
        && moved.filter(what -> OWN.contains(what.component())).isPresent();
  }
}
