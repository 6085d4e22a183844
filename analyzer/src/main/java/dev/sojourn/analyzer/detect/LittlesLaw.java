package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.statistics.Autocorrelation;
import dev.sojourn.analyzer.summary.ExecutorState;
import dev.sojourn.analyzer.summary.JobCounts;
import dev.sojourn.analyzer.summary.JobStatistics;
import dev.sojourn.analyzer.summary.Series;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether what was recorded of an executor adds up: by Little's law (Operations Research 9(3),
 * 1961) the threads that are in use in the mean are the service time of its runs by the time.
 *
 * @param executor its name
 * @param sampledThreads in use, by the samples of the executor
 * @param servedThreads in use, by the service times of the runs
 * @param slackThreads by how much they may differ for no other reason than that samples are taken
 *     now and then, and that some runs begin before or end after them
 */
record LittlesLaw(
    String executor, double sampledThreads, double servedThreads, double slackThreads) {
  /** A larger difference says that something is missing. */
  private static final double MOST_RESIDUAL_RATIO = 0.1;

  private static final double TWO_DEVIATIONS = 2;
  private static final int LEAST_SAMPLES = 10;
  private static final double MOST_AUTOCORRELATION = 0.9;
  private static final double NANOS_PER_SECOND = 1e9;

  static LittlesLaw of(Workload workload, Pool pool) {
    Series<ExecutorState> series = pool.statistics().series();
    double seconds = seconds(series);
    double served = 0;
    double runs = 0;
    for (Subject subject : workload.subjectsOf(pool.name())) {
      double share = shareIn(workload, subject, pool.name());
      served += share * subject.serviceNanos() / NANOS_PER_SECOND;
      runs += share * subject.runs();
    }
    double binSeconds = series.binNanos() / NANOS_PER_SECOND;
    double[] active =
        series.bins().values().stream()
            .mapToDouble(state -> state.active().total() / binSeconds)
            .toArray();
    double sampled = Arrays.stream(active).sum() * binSeconds / Math.max(1, seconds);
    double edges = runs == 0 ? 0 : sampled * served / runs / Math.max(1, seconds);
    return new LittlesLaw(
        pool.name(),
        sampled,
        served / Math.max(1, seconds),
        active.length < LEAST_SAMPLES ? Double.MAX_VALUE : edges + samplingError(active));
  }

  /** The difference as a share of the larger one, as far as chance does not explain it. */
  double residualRatio() {
    double larger = Math.max(sampledThreads, servedThreads);
    double difference = Math.abs(sampledThreads - servedThreads) - slackThreads;
    return larger == 0 ? 0 : Math.max(0, difference) / larger;
  }

  /** What there is to say if it does not hold. */
  Optional<Caveat> caveat() {
    return residualRatio() > MOST_RESIDUAL_RATIO
        ? Optional.of(new Caveat(Caveat.Bias.UNBALANCED, executor))
        : Optional.empty();
  }

  /** The part of its runs that the executor ran itself, not inside of others. */
  private static double shareIn(Workload workload, Subject subject, String executor) {
    JobStatistics job = workload.summary().jobs().byName().get(subject.name());
    JobCounts total = job.total();
    double outermost = Math.max(0, 1 - (double) total.nested() / total.runs());
    return outermost * job.executors().getOrDefault(executor, 0L) / total.runs();
  }

  /** Two standard errors of the mean of autocorrelated samples. */
  private static double samplingError(double[] samples) {
    double mean = Arrays.stream(samples).average().orElse(0);
    double squares = Arrays.stream(samples).map(s -> (s - mean) * (s - mean)).sum();
    double first = Math.max(0, Math.min(MOST_AUTOCORRELATION, Autocorrelation.of(samples)[1]));
    double variance = squares / (samples.length - 1) * (1 + first) / (1 - first);
    return TWO_DEVIATIONS * Math.sqrt(variance / samples.length);
  }

  private static double seconds(Series<ExecutorState> series) {
    if (series.bins().isEmpty()) {
      return 0;
    }
    long first = series.bins().keySet().iterator().next();
    long last = first;
    for (long second : series.bins().keySet()) {
      last = second;
    }
    return last - first + series.binNanos() / NANOS_PER_SECOND;
  }
}
