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
import java.util.stream.Stream;

/**
 * What one job does more than once in a run: the same question to the same place, or a pause
 * between two tries.
 *
 * @param culprit where it does so
 * @param triesPerRun how often in a run, in the mean
 * @param loss the time of all tries but the first
 */
record Retries(Culprit culprit, double triesPerRun, Loss loss) {
  /**
   * Fewer may be the ordinary course of a run; so many are one failure for every other run. Runs
   * that ask nobody may go by the same name.
   */
  static final double LEAST_TRIES = 1.5;

  /** What each run does once is its ordinary course, give or take those that are under way. */
  private static final double ONCE_TOLERANCE = 0.02;

  /** What is done again because it failed is done again as often as it fails, or nearly. */
  private static final double PART_OF_FAILURES = 0.5;

  /** One failure makes some exceptions, as it is passed on; of more, most are another matter. */
  private static final double MOST_EXCEPTIONS_PER_TRY = 10;

  /** A job of which fewer runs fail does not storm. */
  private static final double FAILING_SHARE = 0.2;

  /** What costs most, if anything is done more than once. */
  static Optional<Retries> of(Workload workload, Subject subject, Failures failures) {
    if (!subject.job()) {
      return isToldOf(workload, subject) ? asked(workload, subject, failures) : Optional.empty();
    }
    return asked(workload, subject, failures)
        .or(() -> Refusals.of(workload, subject))
        .or(() -> paused(workload, subject, failures));
  }

  /**
   * Whether it is known how often somebody ran. JFR's own thresholds hide most waits for work, so
   * without the agent the tasks of threads would look fewer than they are.
   */
  static boolean isToldOf(Workload workload, Subject subject) {
    return subject.job() || (workload.hasAgent() && subject.runs() > 1);
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

  /** More answers per run from one endpoint, or in one client, than one. */
  private static Optional<Retries> asked(Workload workload, Subject subject, Failures failures) {
    return Stream.concat(
            Downstream.sockets(workload).stream(), Downstream.clients(workload).stream())
        .map(downstream -> asked(subject, downstream, failures))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(retries -> retries.loss().lostNanos()));
  }

  private static Optional<Retries> asked(
      Subject subject, Downstream downstream, Failures failures) {
    TimeTotal own = downstream.times(subject);
    // the begin of an answer and the rest of it are read at two places
    long asked = Math.min(own.count(), downstream.mostAtOneLine());
    double tries = (double) asked / Math.max(1, subject.runs());
    double again = asked - subject.runs();
    if (tries < LEAST_TRIES
        || failures.count() < PART_OF_FAILURES * again
        || failures.count() > MOST_EXCEPTIONS_PER_TRY * again) {
      return Optional.empty();
    }
    double lostNanos = own.totalNanos() * (1 - 1 / tries);
    Loss loss = subject.lossWithin(downstream.component(), lostNanos);
    return Optional.of(new Retries(downstream.culprit(), tries, loss));
  }

  private static boolean isAsMany(double pauses, double failures) {
    return pauses >= PART_OF_FAILURES * failures && failures >= PART_OF_FAILURES * pauses;
  }

  /**
   * Whether each run pauses once, at this place or that, whatever fails: that is how a run that is
   * asked passes time.
   */
  private static boolean isOnce(long pauses, long runs) {
    return Math.abs(pauses - runs) <= ONCE_TOLERANCE * runs;
  }

  /** Pauses while things fail. */
  private static Optional<Retries> paused(Workload workload, Subject subject, Failures failures) {
    Map<Site, TimeTotal> pauses = new TreeMap<>();
    Standing.of(workload, List.of(subject))
        .filter(wait -> wait.getKey().component() == Component.SLEPT)
        .forEach(
            wait -> pauses.merge(wait.getKey().site(), wait.getValue().total(), TimeTotal::plus));
    boolean fails = fails(workload, subject);
    long ended = workload.summary().jobs().byName().get(subject.name()).total().failures();
    // who always fails may pause for that
    boolean alwaysFails = isOnce(ended, subject.runs());
    long all = pauses.values().stream().mapToLong(TimeTotal::count).sum();
    if (!alwaysFails && isOnce(all, subject.runs())) {
      return Optional.empty();
    }
    return pauses.entrySet().stream()
        .filter(pause -> alwaysFails || !isOnce(pause.getValue().count(), subject.runs()))
        .filter(pause -> fails || isAsMany(pause.getValue().count(), failures.count()))
        .max(Comparator.comparingLong(pause -> pause.getValue().totalNanos()))
        .map(
            longest ->
                new Retries(
                    Sleeping.culprit(workload, longest.getKey()),
                    failures.perRun() + 1,
                    subject.lossWithin(Component.SLEPT, longest.getValue().totalNanos())));
  }
}
