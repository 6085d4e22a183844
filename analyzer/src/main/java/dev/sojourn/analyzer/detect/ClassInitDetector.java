package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Static initialisers that wait or compute while all other threads that need the class stand still.
 * Older JVMs tell of those threads; newer ones do not, so that theirs is the time that nothing
 * explains.
 */
final class ClassInitDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.CLASS_INIT;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    if (!workload.hasJobs() && told(workload).isEmpty()) {
      return Lacking.runs(workload);
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

  private static List<Loss> told(Workload workload) {
    Map<Subject, Long> waited = new LinkedHashMap<>();
    workload
        .waits()
        .forEach(
            (key, waits) -> {
              if (Initialisers.isWaitedFor(key)) {
                workload
                    .subject(key.actor())
                    .ifPresent(
                        subject -> waited.merge(subject, waits.total().totalNanos(), Long::sum));
              }
            });
    return waited.entrySet().stream()
        .map(wait -> loss(workload, wait.getKey().asRecorded(), wait.getValue()))
        .toList();
  }

  /** What threads wait for is no part of their time, as far as it is known without jobs. */
  private static Loss loss(Workload workload, Subject subject, long nanos) {
    return subject.job()
        ? subject.lossWithin(Component.WAITED, nanos)
        : subject.lossBesides(nanos, workload.coveredNanos());
  }

  private Optional<Finding> finding(Workload workload, String className, long nanos) {
    List<Loss> told = told(workload);
    Harm harm =
        workload.harm(
            told.isEmpty()
                ? workload.subjects().stream()
                    .map(subject -> subject.asRecorded().loss(Component.UNEXPLAINED))
                    .toList()
                : told);
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
