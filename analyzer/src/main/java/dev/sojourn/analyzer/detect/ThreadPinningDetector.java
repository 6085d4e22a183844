package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.summary.PinKey;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Virtual threads that keep their carriers while they wait, so that others find none. */
final class ThreadPinningDetector implements Detector {
  @Override
  public Kind kind() {
    return Kind.THREAD_PINNING;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    Map<PinKey, TimeTotal> pins = workload.summary().pins().byKey();
    if (pins.isEmpty() && !Recorded.event(workload, "jdk.VirtualThreadPinned")) {
      return new Diagnosis.CannotTell("jdk.VirtualThreadPinned was not recorded");
    }
    Harm harm = workload.harm(losses(workload, pins));
    return Diagnosis.of(
        harm.severity()
            .map(severity -> Finding.of(kind(), severity, Confidence.HIGH, harm.impact()))
            .map(
                found ->
                    found
                        .withJobs(harm.jobs())
                        .withCulprit(culprit(pins))
                        .withEvidence(evidence(workload, pins))
                        .withCaveats(Caveats.of(workload, "jdk.VirtualThreadPinned")))
            .map(List::of)
            .orElse(List.of()));
  }

  private static List<Loss> losses(Workload workload, Map<PinKey, TimeTotal> pins) {
    List<Loss> losses = new ArrayList<>();
    for (Subject subject : workload.subjects()) {
      double nanos =
          pins.entrySet().stream()
              .filter(pin -> workload.subject(pin.getKey().actor()).equals(Optional.of(subject)))
              .mapToDouble(pin -> pin.getValue().totalNanos())
              .sum();
      losses.add(subject.loss(nanos, 0));
    }
    return losses;
  }

  private static Culprit culprit(Map<PinKey, TimeTotal> pins) {
    return pins.entrySet().stream()
        .max(Comparator.comparingLong(pin -> pin.getValue().totalNanos()))
        .map(pin -> pin.getKey().site())
        .map(site -> Culprit.UNKNOWN.withMethod(site.method(), site.line()))
        .orElse(Culprit.UNKNOWN);
  }

  private static Evidence[] evidence(Workload workload, Map<PinKey, TimeTotal> pins) {
    TimeTotal total = pins.values().stream().reduce(TimeTotal.EMPTY, TimeTotal::plus);
    return new Evidence[] {
      Evidence.count("pinned waits", total.count()),
      Evidence.nanos("longest pinned wait", total.maxNanos()),
      Evidence.count(
          "carriers pinned in the mean", (double) total.totalNanos() / workload.coveredNanos()),
      Evidence.count("processors", workload.processors())
    };
  }
}
