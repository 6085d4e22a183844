package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Static initialisers that wait or compute while all other threads that need the class stand still.
 * The JVM records nothing of those threads, so theirs is the time that nothing explains.
 */
final class ClassInitDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.CLASS_INIT;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    if (!workload.hasJobs()) {
      return new Diagnosis.CannotTell("no runs of jobs were recorded; that needs the agent");
    }
    Optional<Map.Entry<String, Long>> slowest =
        Initialisers.nanos(workload).entrySet().stream().max(Map.Entry.comparingByValue());
    return Diagnosis.of(
        slowest
            .filter(entry -> entry.getValue() >= Harm.LEAST_CONCURRENCY * workload.coveredNanos())
            .flatMap(entry -> finding(workload, entry.getKey(), entry.getValue()))
            .map(List::of)
            .orElse(List.of()));
  }

  private Optional<Finding> finding(Workload workload, String className, long nanos) {
    Harm harm =
        workload.harm(
            workload.subjects().stream()
                .map(subject -> subject.loss(Component.UNEXPLAINED))
                .toList());
    return harm.severity()
        .map(severity -> Finding.of(kind(), severity, Confidence.MEDIUM, harm.impact()))
        .map(
            found ->
                found
                    .withJobs(harm.jobs())
                    .withCulprit(
                        Culprit.UNKNOWN
                            .withClassName(className)
                            .withMethod(className + Initialisers.METHOD, -1))
                    .withEvidence(Evidence.nanos("seen inside the initialiser", nanos))
                    .withCaveats(Caveats.of(workload)));
  }
}
