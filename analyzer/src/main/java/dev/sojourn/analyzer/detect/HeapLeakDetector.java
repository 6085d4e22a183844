package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Impact;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Metric;
import dev.sojourn.analyzer.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Live objects that pile up, and what keeps them.
 *
 * @param kind a leak of the heap, of thread locals or of a queue: they differ in what keeps the
 *     objects, and each detector tells of its own
 */
record HeapLeakDetector(Kind kind) implements Detector {
  /** A leak that reaches the limit within this time will be noticed today. */
  private static final double SOON_SECONDS = 3600;

  @Override
  public Diagnosis detect(Workload workload) {
    LiveSet live = LiveSet.of(workload);
    Optional<Survivors> survivors = Survivors.most(workload);
    boolean kept = survivors.filter(Survivors::areKept).isPresent();
    Optional<Growth> growth =
        live.isLong()
            ? live.growth(workload).or(() -> kept ? ofFew(workload, true) : Optional.empty())
            : ofFew(workload, kept);
    if (!live.isLong() && growth.isEmpty()) {
      return new Diagnosis.CannotTell(
          "there were too few garbage collections to know what stays alive");
    }
    Kind told = survivors.map(Survivors::kind).orElse(Kind.HEAP_LEAK);
    Confidence most = live.isUncertain(workload) && !kept ? Confidence.LOW : Confidence.HIGH;
    return growth
        .filter(some -> told == kind)
        .<Diagnosis>map(
            some ->
                new Diagnosis.Found(
                    List.of(finding(workload, some, live.course(), survivors, most))))
        .orElseGet(Diagnosis.Fine::new);
  }

  private static Optional<Growth> ofFew(Workload workload, boolean kept) {
    return kept ? LiveSet.growthOfFew(workload) : LiveSet.growthOfFewWhole(workload);
  }

  private Finding finding(
      Workload workload,
      Growth growth,
      Course live,
      Optional<Survivors> survivors,
      Confidence most) {
    Optional<LeakingJob> leaking = leaking(workload, live, survivors);
    OptionalDouble limitBytes = LiveSet.limitBytes(workload);
    Confidence confidence =
        (survivors.isPresent() ? Confidence.HIGH : Confidence.MEDIUM).atMost(most);
    Impact impact = new Impact(Metric.LIVE_BYTES, growth.first(), growth.last(), 0);
    // an old collection may yet take it all away
    Severity limit = confidence == Confidence.LOW ? Severity.INFO : Severity.CRITICAL;
    return Finding.of(kind, severity(growth, limitBytes).atMost(limit), confidence, impact)
        .withJobs(
            survivors
                .flatMap(Survivors::job)
                .or(() -> leaking.map(LeakingJob::job))
                .map(List::of)
                .orElse(List.of()))
        .withCulprit(survivors.map(Survivors::culprit).orElse(Culprit.UNKNOWN))
        .withEvidence(evidence(growth, limitBytes, survivors))
        .withEvidence(leaking.map(LeakingJob::evidence).orElse(List.of()).toArray(Evidence[]::new))
        .withCaveats(Caveats.of(workload));
  }

  /** The job that allocated what survives; else the one whose runs the live set grows with. */
  private static Optional<LeakingJob> leaking(
      Workload workload, Course live, Optional<Survivors> survivors) {
    Optional<LeakingJob> found = LeakingJob.find(workload, live);
    return survivors.isEmpty()
        ? found
        : survivors
            .flatMap(Survivors::job)
            .filter(job -> workload.subject(job).isPresent())
            .flatMap(
                job ->
                    found
                        .filter(leaking -> leaking.job().equals(job))
                        .or(() -> LeakingJob.of(workload, job, live)));
  }

  private static Severity severity(Growth growth, OptionalDouble limitBytes) {
    boolean soon =
        limitBytes.isPresent() && growth.secondsTo(limitBytes.getAsDouble()) < SOON_SECONDS;
    return soon ? Severity.CRITICAL : Severity.WARNING;
  }

  private static Evidence[] evidence(
      Growth growth, OptionalDouble limitBytes, Optional<Survivors> survivors) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("growth of the live set", growth.perSecond(), "bytes/s"));
    evidence.add(new Evidence("at least", growth.line().low(), "bytes/s"));
    evidence.add(new Evidence("at most", growth.line().high(), "bytes/s"));
    limitBytes.ifPresent(
        limit -> {
          evidence.add(Evidence.bytes("heap limit", limit));
          evidence.add(new Evidence("until it is reached", growth.secondsTo(limit), "s"));
        });
    survivors.ifPresent(
        most -> evidence.add(Evidence.count("sampled survivors of this kind", most.count())));
    return evidence.toArray(Evidence[]::new);
  }
}
