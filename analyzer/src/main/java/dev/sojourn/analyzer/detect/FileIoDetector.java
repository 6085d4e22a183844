package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.List;
import java.util.Optional;

/** Jobs that wait for the file system, and for which file. */
final class FileIoDetector implements Detector {
  /** What the clock starts, and takes less of the time, keeps nobody waiting. */
  private static final double CLOCKED_SHARE = 0.25;

  @Override
  public Kind kind() {
    return Kind.FILE_IO;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    FileSyncs syncs = FileSyncs.of(workload);
    Harm harm =
        workload.harm(
            workload.subjects().stream()
                .map(subject -> loss(workload, subject, syncs.nanos(subject)))
                .toList());
    Optional<Finding> finding =
        harm.severity()
            .map(severity -> severity.atMost(limit(workload, harm)))
            .map(severity -> Finding.of(kind(), severity, Confidence.HIGH, harm.impact()))
            .map(found -> found.withJobs(harm.jobs()).withCaveats(caveats(workload)))
            .map(found -> with(found, FileUse.most(workload), syncs));
    return finding.isEmpty() && !FileUse.isRecorded(workload) && !recorded(workload)
        ? new Diagnosis.CannotTell("jdk.FileWrite and jdk.FileRead were not recorded")
        : Diagnosis.of(finding.map(List::of).orElse(List.of()));
  }

  /** A read is mostly computing in the kernel, too; and what writes behind is made to take it. */
  private static Severity limit(Workload workload, Harm harm) {
    return workload.isObscured() || workload.haveTime(harm.jobs(), CLOCKED_SHARE)
        ? Severity.INFO
        : Severity.CRITICAL;
  }

  /**
   * Where others have the processors, a thread loses its own inside a write or a read as often as
   * elsewhere, and the slowest runs are those in which it does.
   */
  private static Loss loss(Workload workload, Subject subject, double syncNanos) {
    double fileNanos = subject.nanos(Component.FILE) + syncNanos;
    return workload.isStarved()
        ? subject.loss(subject.wantedRatio() * fileNanos, 0)
        : subject.loss(fileNanos, tailShare(subject, syncNanos));
  }

  private static double tailShare(Subject subject, double syncNanos) {
    double syncTail =
        syncNanos <= 0
            ? 0
            : subject.tail().share(Component.UNEXPLAINED)
                * Math.min(1, syncNanos / subject.nanos(Component.UNEXPLAINED));
    return subject.tail().share(Component.FILE) + syncTail;
  }

  private static Finding with(Finding finding, Optional<FileUse> use, FileSyncs syncs) {
    long fileNanos = use.map(files -> files.statistics().total().totalNanos()).orElse(0L);
    return syncs.totalNanos() > fileNanos
        ? finding
            .withCulprit(syncs.culprit().orElseThrow())
            .withEvidence(Evidence.nanos("seen to force files in all", syncs.totalNanos()))
        : use.map(files -> finding.withCulprit(files.culprit()).withEvidence(files.evidence()))
            .orElse(finding);
  }

  private static List<Caveat> caveats(Workload workload) {
    return Caveats.of(workload, "jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");
  }

  private static boolean recorded(Workload workload) {
    return workload.hasAgent() || Recorded.event(workload, "jdk.FileWrite");
  }
}
