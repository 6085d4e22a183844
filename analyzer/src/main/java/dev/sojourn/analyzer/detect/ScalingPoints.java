package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.statistics.Autocorrelation;
import dev.sojourn.analyzer.statistics.Quantiles;
import dev.sojourn.analyzer.statistics.UniversalScalability;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Throughput of a job by its concurrency, from one bin of time each: by Little's law the
 * concurrency is the service time that passed in the bin, by its length.
 *
 * @param concurrencies runs at once
 * @param throughputsPerSecond runs that ended
 */
record ScalingPoints(double[] concurrencies, double[] throughputsPerSecond) {
  /** The law has three parameters; fewer points fit anything. */
  private static final int LEAST_POINTS = 12;

  /** Below this span of concurrency the curve is a guess. */
  private static final double LEAST_SPAN_FACTOR = 4;

  /** Share of the variation that the curve must explain. */
  private static final double LEAST_EXPLAINED = 0.8;

  /**
   * Concurrency that somebody drives stays for a while; where it jumps from bin to bin it is what
   * slow moments leave behind, and says nothing of scaling.
   */
  private static final double LEAST_PERSISTENCE = 0.7;

  private static final double NANOS_PER_SECOND = 1e9;

  static ScalingPoints of(Series<JobCounts> series) {
    double binSeconds = series.binNanos() / NANOS_PER_SECOND;
    List<JobCounts> bins =
        series.bins().values().stream().filter(counts -> counts.runs() > 0).toList();
    return new ScalingPoints(
        bins.stream()
            .mapToDouble(counts -> counts.serviceNanos() / NANOS_PER_SECOND / binSeconds)
            .toArray(),
        bins.stream().mapToDouble(counts -> counts.runs() / binSeconds).toArray());
  }

  /** Whether they lie far enough apart to fit a curve. */
  boolean spanEnough() {
    double low = Quantiles.quantile(concurrencies, 0.1);
    double high = Quantiles.quantile(concurrencies, 0.9);
    return concurrencies.length >= LEAST_POINTS
        && low > 0
        && high >= LEAST_SPAN_FACTOR * low
        && isDriven();
  }

  private boolean isDriven() {
    return Autocorrelation.of(concurrencies)[1] >= LEAST_PERSISTENCE;
  }

  double mostConcurrency() {
    return Quantiles.quantile(concurrencies, 0.95);
  }

  /** The law fitted, if it explains the points. */
  Optional<UniversalScalability> fit() {
    return spanEnough()
        ? UniversalScalability.fit(concurrencies, throughputsPerSecond)
            .filter(fit -> explained(fit) >= LEAST_EXPLAINED)
        : Optional.empty();
  }

  private double explained(UniversalScalability fit) {
    double mean = Arrays.stream(throughputsPerSecond).average().orElse(0);
    double rest = 0;
    double all = 0;
    for (int i = 0; i < concurrencies.length; i++) {
      rest += square(throughputsPerSecond[i] - fit.throughputPerSecond(concurrencies[i]));
      all += square(throughputsPerSecond[i] - mean);
    }
    return all == 0 ? 0 : 1 - rest / all;
  }

  private static double square(double value) {
    return value * value;
  }
}
