package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Diagnosis;

/** What keeps detectors from telling: that there was no agent, or that it met no jobs. */
final class Lacking {
  private Lacking() {}

  /** No runs of jobs. */
  static Diagnosis.CannotTell runs(Workload workload) {
    return of("no runs of jobs were recorded", workload, "; its option jobs can name some");
  }

  /** No executors. */
  static Diagnosis.CannotTell executors(Workload workload) {
    return of("no executor was sampled", workload, "");
  }

  private static Diagnosis.CannotTell of(String what, Workload workload, String remedy) {
    String why = workload.hasAgent() ? ": the agent met none" + remedy : "; that needs the agent";
    return new Diagnosis.CannotTell(what + why);
  }
}
