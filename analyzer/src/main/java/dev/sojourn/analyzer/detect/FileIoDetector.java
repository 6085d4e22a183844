package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.List;
import java.util.Optional;

/** Jobs that wait for the file system, and for which file. */
final class FileIoDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.FILE_IO;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    Harm harm =
        workload.harm(
            workload.subjects().stream().map(subject -> subject.loss(Component.FILE)).toList());
    Optional<Finding> finding =
        harm.severity()
            .map(severity -> severity.atMost(limit(workload)))
            .map(severity -> Finding.of(kind(), severity, Confidence.HIGH, harm.impact()))
            .map(found -> found.withJobs(harm.jobs()).withCaveats(caveats(workload)))
            .map(
                found ->
                    FileUse.most(workload)
                        .map(use -> found.withCulprit(use.culprit()).withEvidence(use.evidence()))
                        .orElse(found));
    return finding.isEmpty() && !FileUse.isRecorded(workload) && !recorded(workload)
        ? new Diagnosis.CannotTell("jdk.FileWrite and jdk.FileRead were not recorded")
        : Diagnosis.of(finding.map(List::of).orElse(List.of()));
  }

  /** A read is mostly computing in the kernel, too. */
  private static Severity limit(Workload workload) {
    return workload.isObscured() ? Severity.INFO : Severity.CRITICAL;
  }

  private static List<Caveat> caveats(Workload workload) {
    return Caveats.of(workload, "jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");
  }

  private static boolean recorded(Workload workload) {
    return workload.hasAgent() || Recorded.event(workload, "jdk.FileWrite");
  }
}
