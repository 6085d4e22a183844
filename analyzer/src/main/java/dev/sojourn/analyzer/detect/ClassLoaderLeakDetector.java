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
import dev.sojourn.analyzer.summary.Gauge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Classes that are loaded on and on and never unloaded, and where. */
final class ClassLoaderLeakDetector implements Detector {
  /** A service that is warm loads a class now and then. */
  private static final double LEAST_RISE = 100;

  private static final double LEAST_RISE_RATIO = 0.02;

  /** Whatever a service does for the first time loads its classes at once, and not again. */
  private static final int FIRST_TIMES = 2;

  private static final double LASTING_RATIO = 0.5;

  @Override
  public Kind kind() {
    return Kind.CLASS_LOADER_LEAK;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    Map<Long, Gauge> unloaded = workload.summary().classes().unloaded().bins();
    Course present =
        Course.of(
                workload.summary().classes().loaded(), gauge -> OptionalDouble.of(gauge.maximum()))
            .minus(unloaded)
            .after(Growth.WARM_UP_SHARE);
    if (present.size() < Growth.LEAST_POINTS) {
      return new Diagnosis.CannotTell("jdk.ClassLoadingStatistics was recorded too seldom");
    }
    double least = Math.max(LEAST_RISE, LEAST_RISE_RATIO * present.first());
    return Diagnosis.of(
        Growth.of(present, least)
            .filter(growth -> present.riseRatioWithout(FIRST_TIMES) >= LASTING_RATIO)
            .map(growth -> List.of(finding(workload, present, growth)))
            .orElse(List.of()));
  }

  /**
   * Only old collections unload classes; and where nobody defines any, the service still starts.
   */
  private Finding finding(Workload workload, Course present, Growth growth) {
    Impact impact = new Impact(Metric.LOADED_CLASSES, growth.first(), growth.last(), 0);
    Optional<Definers.Definer> definer = Definers.most(workload);
    boolean certain =
        definer.isPresent()
            && (Outlived.collections(present, LiveSet.unloadings(workload))
                || Definers.areKept(workload));
    Severity severity = certain ? Severity.WARNING : Severity.INFO;
    Confidence confidence = certain ? Confidence.HIGH : Confidence.LOW;
    return Finding.of(kind(), severity, confidence, impact)
        .withJobs(definer.flatMap(Definers.Definer::job).map(List::of).orElse(List.of()))
        .withCulprit(definer.map(Definers.Definer::culprit).orElse(Culprit.UNKNOWN))
        .withEvidence(
            Evidence.count("loaded classes at last", growth.last()),
            new Evidence("growth", 60 * growth.perSecond(), "/min"))
        .withCaveats(Caveats.of(workload));
  }
}
