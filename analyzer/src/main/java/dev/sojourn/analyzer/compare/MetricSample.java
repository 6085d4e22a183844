package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.verdict.Metric;
import dev.sojourn.analyzer.verdict.Noise;
import dev.sojourn.analyzer.verdict.Run;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What both sides know of one metric, on a logarithmic scale: changes of run time are
 * multiplicative, and so is their noise.
 *
 * @param offset added to values before the logarithm: what changes are measured against beside the
 *     metric's own level
 * @param baselineRuns values on one side
 * @param candidateRuns and on the other
 * @param baselineLog mean logarithm on one side
 * @param candidateLog and on the other
 * @param logVariance pooled within both sides and the noise known from before
 * @param degreesOfFreedom of that variance
 */
record MetricSample(
    Metric metric,
    double offset,
    int baselineRuns,
    int candidateRuns,
    double baselineLog,
    double candidateLog,
    double logVariance,
    double degreesOfFreedom) {

  static MetricSample of(Metric metric, List<Run> baseline, List<Run> candidate, Noise noise) {
    double[] a = values(metric, baseline);
    double[] b = values(metric, candidate);
    double offset = Math.max(offset(a, b), scale(metric, baseline));
    double baselineLog = meanLog(a, offset);
    double candidateLog = meanLog(b, offset);
    double squares =
        squares(a, offset, baselineLog)
            + squares(b, offset, candidateLog)
            + noise.logVariance() * noise.degreesOfFreedom();
    double degrees = a.length - 1 + b.length - 1 + noise.degreesOfFreedom();
    return new MetricSample(
        metric,
        offset,
        a.length,
        b.length,
        baselineLog,
        candidateLog,
        degrees > 0 ? squares / degrees : 0,
        degrees);
  }

  /** How each run lies from the mean of its side; 0 for runs that lack the metric. */
  double[] residuals(List<Run> baseline, List<Run> candidate) {
    return DoubleStream.concat(residuals(baseline, baselineLog), residuals(candidate, candidateLog))
        .toArray();
  }

  private DoubleStream residuals(List<Run> side, double meanLog) {
    return side.stream()
        .map(run -> run.values().get(metric))
        .mapToDouble(value -> value == null ? 0 : Math.log(value + offset) - meanLog);
  }

  /** How much worse the candidate is, as a natural logarithm. */
  double worseningLog() {
    return metric.better().worsening(candidateLog - baselineLog);
  }

  /** What a variance of single runs makes of the difference of the two means. */
  double standardErrorLog(double varianceOfRuns) {
    return Math.sqrt(varianceOfRuns * (1.0 / baselineRuns + 1.0 / candidateRuns));
  }

  double baselineLevel() {
    return Math.max(0, Math.exp(baselineLog) - offset);
  }

  double candidateLevel() {
    return Math.max(0, Math.exp(candidateLog) - offset);
  }

  /** A change on the shifted scale as one of the level itself. */
  double ofLevel(double shiftedRatio) {
    double level = baselineLevel();
    return offset == 0 || level == 0 ? shiftedRatio : shiftedRatio * (level + offset) / level;
  }

  private static double[] values(Metric metric, List<Run> runs) {
    return runs.stream()
        .map(run -> run.values().get(metric))
        .filter(value -> value != null)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** Half of the smallest amount that was seen stands for "none" where some values are zero. */
  private static double offset(double[] a, double[] b) {
    double[] all = DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    if (Arrays.stream(all).noneMatch(value -> value == 0)) {
      return 0;
    }
    return Arrays.stream(all).filter(value -> value > 0).min().orElse(1) / 2;
  }

  private static double scale(Metric metric, List<Run> baseline) {
    return baseline.stream()
        .map(run -> run.scales().get(metric))
        .filter(scale -> scale != null)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private static double meanLog(double[] values, double offset) {
    return Arrays.stream(values).map(value -> Math.log(value + offset)).average().orElseThrow();
  }

  private static double squares(double[] values, double offset, double meanLog) {
    return Arrays.stream(values)
        .map(value -> Math.log(value + offset) - meanLog)
        .map(residual -> residual * residual)
        .sum();
  }
}
