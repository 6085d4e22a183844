package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The harm that one cause does to jobs, and the only place that turns harm into a severity.
 *
 * <p>What counts is the share of a job's sojourn time that it loses, in the mean or among its
 * slowest runs, and never a length of time: what is slow for one program is fast for another.
 */
final class Harm {
  /** Half of a job's time lost: it could be twice as fast. */
  static final double CRITICAL_SHARE = 0.5;

  /**
   * Less than this is within what scheduling noise takes of a healthy service on a busy machine.
   */
  static final double WARNING_SHARE = 0.15;

  /** Below this it is not worth a line. */
  static final double INFO_SHARE = 0.05;

  /** A cause that makes up half of the slowest runs is what makes them slow. */
  static final double TAIL_SHARE = 0.5;

  /**
   * The time lost to a cause must be at least this share of the recorded time: a hundredth of one
   * thread. Less is seen by nobody, however large a share of some rare run it is.
   */
  static final double LEAST_CONCURRENCY = 0.01;

  private static final double NANOS_PER_MILLI = 1e6;

  private final List<Loss> losses;

  private Harm(List<Loss> losses) {
    this.losses = losses;
  }

  /** The harm of a cause, by what each job loses to it. */
  static Harm of(List<Loss> losses, long coveredNanos) {
    return new Harm(
        losses.stream()
            .filter(loss -> loss.lostNanos() >= LEAST_CONCURRENCY * coveredNanos)
            .filter(loss -> loss.share() >= INFO_SHARE || loss.tailShare() >= TAIL_SHARE)
            .sorted(Comparator.comparingDouble(Loss::lostNanos).reversed().thenComparing(Loss::job))
            .toList());
  }

  /** The severity; empty where it is not worth a line. */
  Optional<Severity> severity() {
    return losses.stream().map(Harm::severity).max(Comparator.naturalOrder());
  }

  /** The greatest share that some job loses. */
  double worstShare() {
    return losses.stream().mapToDouble(Loss::share).max().orElse(0);
  }

  /** The jobs that it is done to, the one that loses most first. */
  List<String> jobs() {
    return losses.stream().map(Loss::job).toList();
  }

  /** The time lost by all of them. */
  double lostNanos() {
    return losses.stream().mapToDouble(Loss::lostNanos).sum();
  }

  /** The mean sojourn time of the job that loses most, without the cause and as it is. */
  Impact impact() {
    Loss worst = losses.get(0);
    double sojournNanos = losses.stream().mapToDouble(Loss::sojournNanos).sum();
    double toMillis = worst.sojournNanos() / worst.runs() / NANOS_PER_MILLI;
    return new Impact(
        Metric.SOJOURN_MEAN_MILLIS,
        toMillis * (1 - worst.sojournShare()),
        toMillis,
        sojournNanos <= 0 ? 0 : Math.min(1, lostNanos() / sojournNanos));
  }

  private static Severity severity(Loss loss) {
    if (loss.share() >= CRITICAL_SHARE) {
      return Severity.CRITICAL;
    }
    boolean tail = loss.tailShare() >= TAIL_SHARE && loss.share() >= INFO_SHARE;
    return tail || loss.share() >= WARNING_SHARE ? Severity.WARNING : Severity.INFO;
  }
}
