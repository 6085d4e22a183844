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

/** Live objects that pile up, and what holds them. */
final class HeapLeakDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.HEAP_LEAK;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    LiveSet live = LiveSet.of(workload);
    if (!live.isLong()) {
      return new Diagnosis.CannotTell(
          "too few garbage collections to know what stays alive: " + live.points());
    }
    return live.grows()
        ? new Diagnosis.Found(List.of(finding(workload, live)))
        : new Diagnosis.Fine();
  }

  private Finding finding(Workload workload, LiveSet live) {
    Optional<Survivors> survivors = Survivors.most(workload, live);
    Confidence confidence = survivors.isPresent() ? Confidence.HIGH : Confidence.MEDIUM;
    Impact impact = new Impact(Metric.LIVE_BYTES, live.firstBytes(), live.lastBytes(), 0);
    return Finding.of(kind(), severity(live), confidence, impact)
        .withJobs(survivors.flatMap(Survivors::job).map(List::of).orElse(List.of()))
        .withCulprit(survivors.map(Survivors::culprit).orElse(Culprit.UNKNOWN))
        .withEvidence(evidence(workload, live, survivors))
        .withCaveats(Caveats.of(workload));
  }

  private static Severity severity(LiveSet live) {
    return live.secondsToLimit() < LiveSet.SOON_SECONDS ? Severity.CRITICAL : Severity.WARNING;
  }

  private static Evidence[] evidence(
      Workload workload, LiveSet live, Optional<Survivors> survivors) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("growth of the live set", live.bytesPerSecond(), "bytes/s"));
    evidence.add(new Evidence("at least", live.leastBytesPerSecond(), "bytes/s"));
    evidence.add(new Evidence("at most", live.mostBytesPerSecond(), "bytes/s"));
    if (live.limitBytes() > 0) {
      evidence.add(Evidence.bytes("heap limit", live.limitBytes()));
      evidence.add(new Evidence("until it is reached", live.secondsToLimit(), "s"));
    }
    survivors.ifPresent(
        most -> {
          evidence.add(Evidence.count("sampled survivors of this kind", most.count()));
          most.bytesPerRun(workload, live).ifPresent(evidence::add);
        });
    return evidence.toArray(Evidence[]::new);
  }
}
