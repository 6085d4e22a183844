package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs that wait for a connection, or the like, of which a pool has too few. */
final class ConnectionPoolDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.CONNECTION_POOL_SATURATION;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    BorrowedResource borrowed = BorrowedResource.of(workload);
    Harm harm = workload.harm(losses(workload, borrowed));
    Optional<Finding> finding =
        harm.severity()
            .map(severity -> Finding.of(kind(), severity, Confidence.HIGH, harm.impact()))
            .map(
                found ->
                    found
                        .withJobs(harm.jobs())
                        .withCulprit(culprit(borrowed))
                        .withEvidence(
                            Evidence.count("waits for one", borrowed.total().count()),
                            Evidence.nanos("waited in all", borrowed.total().totalNanos()),
                            Evidence.nanos("longest wait", borrowed.total().maxNanos()))
                        .withCaveats(Caveats.of(workload, "jdk.ThreadPark")));
    return finding.isEmpty() && !recorded(workload)
        ? new Diagnosis.CannotTell("neither locks nor parks were recorded")
        : Diagnosis.of(finding.map(List::of).orElse(List.of()));
  }

  private static List<Loss> losses(Workload workload, BorrowedResource borrowed) {
    List<Loss> losses = new ArrayList<>();
    borrowed
        .victims()
        .forEach(
            (actor, nanos) ->
                workload
                    .subject(actor)
                    .ifPresent(subject -> losses.add(loss(workload, subject, nanos))));
    return losses;
  }

  private static Loss loss(Workload workload, Subject subject, long nanos) {
    return subject.job()
        ? subject.loss(nanos, tailShare(subject, nanos))
        : subject.lossBesides(nanos, workload.busyNanos(subject));
  }

  /** Its part of the slowest runs' standing still, which has no cause but this in the main. */
  private static double tailShare(Subject subject, double nanos) {
    double standing = subject.standingNanos();
    return standing <= 0 ? 0 : Math.min(1, nanos / standing) * subject.standingTailShare();
  }

  private static Culprit culprit(BorrowedResource borrowed) {
    return borrowed.sites().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .map(ConnectionPoolDetector::culprit)
        .orElse(Culprit.UNKNOWN);
  }

  /** Who borrows, and what lends: the method of the pool itself is but where the wait is. */
  private static Culprit culprit(Site site) {
    Culprit pool = Culprit.UNKNOWN.withClassName(Borrowing.lender(site));
    String borrower = Borrowing.borrower(site);
    return borrower.isEmpty()
        ? pool.withMethod(site.method(), site.line())
        : pool.withMethod(borrower, -1);
  }

  private static boolean recorded(Workload workload) {
    return LockEvents.recorded(workload)
        || !workload.waits().isEmpty()
        || Recorded.event(workload, "jdk.ThreadPark");
  }
}
