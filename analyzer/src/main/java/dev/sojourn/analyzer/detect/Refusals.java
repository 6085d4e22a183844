package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.summary.RepeatedFailureKey;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Attempts that fail at once and are made again at once, within one run: no wait tells of them,
 * only the exceptions do.
 */
final class Refusals {
  /** An attempt that takes longer waits for something, which is told as such. */
  private static final double AT_ONCE_NANOS = 10e6;

  /**
   * The language's own exceptions tell that a value is wrong, which it is again however often it is
   * looked at: who meets many of them has many values.
   */
  private static final List<String> OF_VALUES =
      List.of("java.lang.", "java.util.", "java.text.", "java.time.");

  /** But these are what programs throw that have no exceptions of their own. */
  private static final Set<String> OF_ANYTHING =
      Set.of(
          "java.lang.Exception", "java.lang.RuntimeException", "java.lang.IllegalStateException");

  private static final String OF_TASKS = "java.util.concurrent.";

  private Refusals() {}

  /** What a job tries again most, if that is more than now and then. */
  static Optional<Retries> of(Workload workload, Subject subject) {
    return workload.summary().repeatedFailures().byKey().entrySet().stream()
        .filter(failure -> failure.getKey().job().equals(subject.name()))
        .filter(failure -> isOfAttempt(failure.getKey().failureClass()))
        .filter(failure -> isAtOnce(failure.getValue()))
        .max(Comparator.comparingLong(failure -> failure.getValue().totalNanos()))
        .map(failure -> retries(subject, failure))
        .filter(retries -> retries.triesPerRun() >= Retries.LEAST_TRIES);
  }

  private static Retries retries(
      Subject subject, Map.Entry<RepeatedFailureKey, TimeTotal> failure) {
    RepeatedFailureKey key = failure.getKey();
    Culprit culprit =
        Culprit.UNKNOWN
            .withMethod(key.site().method(), key.site().line())
            .withClassName(key.failureClass());
    double triesPerRun = 1 + (double) failure.getValue().count() / Math.max(1, subject.runs());
    double lostNanos = subject.wantedRatio() * failure.getValue().totalNanos();
    return new Retries(culprit, triesPerRun, subject.loss(lostNanos, 0));
  }

  private static boolean isAtOnce(TimeTotal between) {
    return between.totalNanos() <= AT_ONCE_NANOS * between.count();
  }

  private static boolean isOfAttempt(String failureClass) {
    return OF_ANYTHING.contains(failureClass)
        || failureClass.startsWith(OF_TASKS)
        || OF_VALUES.stream().noneMatch(failureClass::startsWith);
  }
}
