package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.statistics.CommonNoise;
import dev.sojourn.analyzer.statistics.VariancePrior;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the variances of other metrics tell about that of one. Metrics of a kind vary alike:
 * allocation by thousandths, waiting times by factors; drawn towards those, every change of an
 * allocation would drown. Of a kind that few metrics are of, all of the comparison tell.
 */
final class VariancePriors {
  /** Fewer of a kind do not tell how their variances vary. */
  private static final int FEWEST = 4;

  /**
   * What is known from other metrics.
   *
   * @param prior of the variance
   * @param degreesOfFreedom that all of them have together, one and the same noise counted once
   */
  record Known(VariancePrior prior, double degreesOfFreedom) {
    static Known of(List<MetricSample> samples, List<Run> baseline, List<Run> candidate) {
      double[] degrees = samples.stream().mapToDouble(MetricSample::degreesOfFreedom).toArray();
      CommonNoise common =
          CommonNoise.of(
              samples.stream()
                  .map(sample -> sample.residuals(baseline, candidate))
                  .toArray(double[][]::new),
              Math.max(1, baseline.size() + candidate.size() - 2));
      VariancePrior prior =
          VariancePrior.fit(
              samples.stream().mapToDouble(MetricSample::logVariance).toArray(), degrees, common);
      double mean =
          samples.stream().mapToDouble(MetricSample::degreesOfFreedom).average().orElse(0);
      return new Known(prior, mean * common.independentCount(samples.size()));
    }
  }

  private final Known all;
  private final Map<String, Known> byKind = new TreeMap<>();

  VariancePriors(List<MetricSample> samples, List<Run> baseline, List<Run> candidate) {
    this.all = Known.of(samples, baseline, candidate);
    Map<String, List<MetricSample>> kinds = new TreeMap<>();
    samples.forEach(
        sample ->
            kinds.computeIfAbsent(kind(sample.metric()), key -> new ArrayList<>()).add(sample));
    kinds.forEach(
        (kind, members) -> {
          if (members.size() >= FEWEST) {
            byKind.put(kind, Known.of(members, baseline, candidate));
          }
        });
  }

  Known of(Metric metric) {
    return byKind.getOrDefault(kind(metric), all);
  }

  /** {@code sojourn} of {@code sojourn.p99}. */
  private static String kind(Metric metric) {
    int dot = metric.name().indexOf('.');
    return dot < 0 ? metric.name() : metric.name().substring(0, dot);
  }
}
