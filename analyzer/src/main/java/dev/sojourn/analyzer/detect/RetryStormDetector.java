package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import java.util.List;
import java.util.Optional;

/** Jobs that spend their time on doing again what has just failed. */
final class RetryStormDetector implements Detector {
  /** What fails now and then is tried again now and then; a storm fails more often than not. */
  private static final double LEAST_EXCEPTIONS_PER_RUN = 0.5;

  @Override
  public Kind kind() {
    return Kind.RETRY_STORM;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    if (workload.subjects().stream().noneMatch(subject -> Retries.isToldOf(workload, subject))) {
      return Lacking.runs(workload);
    }
    Failures failures = Failures.of(workload);
    List<Retries> retries =
        workload.subjects().stream()
            .map(subject -> Retries.of(workload, subject, failures))
            .flatMap(Optional::stream)
            .toList();
    Harm harm = workload.harm(retries.stream().map(Retries::loss).toList());
    return Diagnosis.of(
        harm.severity()
            .filter(severity -> failures.count() >= LEAST_EXCEPTIONS_PER_RUN * runs(retries))
            .map(severity -> Finding.of(kind(), severity, Confidence.MEDIUM, harm.impact()))
            .map(
                found ->
                    found
                        .withJobs(harm.jobs())
                        .withCulprit(culprit(retries, harm.jobs()))
                        .withEvidence(evidence(failures, retries))
                        .withCaveats(Caveats.of(workload)))
            .map(List::of)
            .orElse(List.of()));
  }

  /** Of the jobs that try again; how many runs others have says nothing of these. */
  private static long runs(List<Retries> retries) {
    return retries.stream().mapToLong(retry -> retry.loss().runs()).sum();
  }

  private static Culprit culprit(List<Retries> retries, List<String> victims) {
    return retries.stream()
        .filter(retry -> victims.get(0).equals(retry.loss().job()))
        .map(Retries::culprit)
        .findFirst()
        .orElse(Culprit.UNKNOWN);
  }

  private static Evidence[] evidence(Failures failures, List<Retries> retries) {
    double most = retries.stream().mapToDouble(Retries::triesPerRun).max().orElse(0);
    return new Evidence[] {
      Evidence.count("failures per run", failures.count() / Math.max(1, runs(retries))),
      Evidence.count("tries per run of the worst job", most),
      Evidence.count("failed runs", failures.failedRuns()),
      Evidence.count("runs that are a retry", failures.retriedRuns())
    };
  }
}
