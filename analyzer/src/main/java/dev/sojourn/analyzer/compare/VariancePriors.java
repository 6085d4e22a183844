package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.statistics.CommonNoise;
import dev.sojourn.analyzer.statistics.VariancePrior;
import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Run;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the variances of other metrics tell about that of one. Two kinds are told apart: times by
 * the clock vary with whatever else the machine does, by factors where it is busy; what is counted
 * of a run (CPU time, allocation, throughput) does not, and drawn towards those times, sure changes
 * of it would drown. Of a kind that few metrics are of, all of the comparison tell.
 */
final class VariancePriors {
  private static final Set<String> TIMES = Set.of("ns", "us", "µs", "ms", "s", "min");

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
  private final Map<Boolean, Known> byKind = new TreeMap<>();

  VariancePriors(List<MetricSample> samples, List<Run> baseline, List<Run> candidate) {
    this.all = Known.of(samples, baseline, candidate);
    Map<Boolean, List<MetricSample>> kinds =
        samples.stream().collect(Collectors.partitioningBy(sample -> isClocked(sample.metric())));
    kinds.forEach(
        (kind, members) -> {
          if (members.size() >= FEWEST) {
            byKind.put(kind, Known.of(members, baseline, candidate));
          }
        });
  }

  Known of(Metric metric) {
    return byKind.getOrDefault(isClocked(metric), all);
  }

  private static boolean isClocked(Metric metric) {
    String unit = metric.unit().replaceFirst("/.*", "");
    return TIMES.contains(unit) && !metric.name().equals(SummaryMetrics.CPU);
  }
}
