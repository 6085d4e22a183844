package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A job that becomes slower because it asks another one of the same JVM over loopback, which does.
 * No recording tells who is at the other end of a connection; but both rise at the same time, and
 * what the answers of one take longer is what a run of the other takes longer.
 */
final class AskedHere {
  private static final Set<Kind> DRIFTS = EnumSet.of(Kind.LATENCY_TREND, Kind.LATENCY_SHIFT);
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.|\\[?(::1|0:0:0:0:0:0:0:1)).*");

  /** Change points of two noisy courses differ by so much of the recording. */
  private static final double SAME_TIME_SHARE = 0.1;

  private static final double LEAST_PART = 0.5;
  private static final double MOST_PART = 1.5;

  private AskedHere() {}

  /** Whether it is an endpoint on this machine. */
  static boolean isHere(Culprit culprit) {
    return LOOPBACK.matcher(culprit.endpoint()).matches();
  }

  /** Whether one finding tells of the job that asks and another of the one that is asked. */
  static boolean is(Workload workload, Finding asking, Finding asked) {
    if (!DRIFTS.contains(asking.kind())
        || asking.kind() != asked.kind()
        || !isHere(asking.culprit())
        || !asked.culprit().endpoint().isEmpty()) {
      return false;
    }
    double runs = (double) runs(workload, asked) / Math.max(1, runs(workload, asking));
    double part = runs * rise(asked) / rise(asking);
    return isSameTime(workload, asking, asked) && part >= LEAST_PART && part <= MOST_PART;
  }

  /**
   * The one that asks, with the place that makes it slow and the job that is there. It is as severe
   * as that: answers that are late for a reason are not late because others have the processors.
   */
  static Finding joined(Finding asking, Finding asked) {
    List<String> jobs =
        Stream.concat(asking.jobs().stream(), asked.jobs().stream()).distinct().toList();
    String endpoint = asking.culprit().endpoint();
    return asking
        .withSeverity(asking.severity().atLeast(asked.severity()))
        .withJobs(jobs)
        .withCulprit(asked.culprit().withEndpoint(endpoint));
  }

  private static boolean isSameTime(Workload workload, Finding one, Finding other) {
    long apart =
        Math.abs(one.sinceEpochNanos().orElseThrow() - other.sinceEpochNanos().orElseThrow());
    return apart <= SAME_TIME_SHARE * workload.coveredNanos();
  }

  private static double rise(Finding drift) {
    return drift.impact().to() - drift.impact().from();
  }

  private static long runs(Workload workload, Finding drift) {
    return drift.jobs().stream()
        .flatMap(job -> workload.subject(job).stream())
        .mapToLong(Subject::runs)
        .sum();
  }
}
