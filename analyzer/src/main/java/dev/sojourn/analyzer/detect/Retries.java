package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one job does more than once in a run: the same question to the same place, or a pause
 * between two tries.
 *
 * @param culprit where it does so
 * @param triesPerRun how often in a run, in the mean
 * @param loss the time of all tries but the first
 */
record Retries(Culprit culprit, double triesPerRun, Loss loss) {
  /** Fewer may be the ordinary course of a run. */
  private static final double LEAST_TRIES = 1.8;

  /** Who pauses after failures pauses as often as it fails; some tries are not paused between. */
  private static final double PAUSES_PER_FAILURE = 0.5;

  /** A job of which fewer runs fail does not storm. */
  private static final double FAILING_SHARE = 0.2;

  /** What costs most, if anything is done more than once. */
  static Optional<Retries> of(
      Workload workload, Subject subject, RetryStormDetector.Failures failures) {
    Optional<Retries> asked = asked(workload, subject);
    return asked.or(() -> paused(workload, subject, failures));
  }

  /** Whether its own runs fail, or are retries, often. */
  private static boolean fails(Workload workload, Subject subject) {
    JobStatistics job = workload.summary().jobs().byName().get(subject.name());
    long retried =
        job.attempts().entrySet().stream()
            .filter(attempt -> attempt.getKey() > 1)
            .mapToLong(Map.Entry::getValue)
            .sum();
    return Math.max(retried, job.total().failures()) >= FAILING_SHARE * job.total().runs();
  }

  /** More answers per run from one endpoint than one. */
  private static Optional<Retries> asked(Workload workload, Subject subject) {
    return Downstream.sockets(workload).stream()
        .map(downstream -> asked(subject, downstream))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(retries -> retries.loss().lostNanos()));
  }

  private static Optional<Retries> asked(Subject subject, Downstream downstream) {
    TimeTotal own = downstream.times(subject);
    double tries = (double) own.count() / Math.max(1, subject.runs());
    if (tries < LEAST_TRIES) {
      return Optional.empty();
    }
    double lostNanos = own.totalNanos() * (1 - 1 / tries);
    Loss loss = subject.lossWithin(Component.SOCKET, lostNanos);
    return Optional.of(new Retries(downstream.culprit(), tries, loss));
  }

  /** Pauses while things fail. */
  private static Optional<Retries> paused(
      Workload workload, Subject subject, RetryStormDetector.Failures failures) {
    Map<Site, TimeTotal> pauses = new TreeMap<>();
    Standing.of(workload, List.of(subject))
        .filter(wait -> wait.getKey().component() == Component.SLEPT)
        .forEach(
            wait -> pauses.merge(wait.getKey().site(), wait.getValue().total(), TimeTotal::plus));
    double least = PAUSES_PER_FAILURE * failures.perRun() * subject.runs();
    boolean fails = fails(workload, subject);
    return pauses.entrySet().stream()
        .filter(pause -> fails || pause.getValue().count() >= least)
        .max(Comparator.comparingLong(pause -> pause.getValue().totalNanos()))
        .map(
            longest ->
                new Retries(
                    Culprit.UNKNOWN.withMethod(longest.getKey().method(), longest.getKey().line()),
                    failures.perRun() + 1,
                    subject.lossWithin(Component.SLEPT, longest.getValue().totalNanos())));
  }
}
