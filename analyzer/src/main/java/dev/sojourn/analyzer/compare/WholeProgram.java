package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.verdict.Run;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The test of a program as a whole: whether most of what was measured of it became worse. Each run
 * is one number, the mean over all metrics of how far it lies from the middle of both sides, in
 * standard deviations and no more than one, so that few metrics, however much they moved, do not
 * speak for all. These numbers are compared by Student's t-test, which knows what metrics have in
 * common: a machine that was slow for some runs moved all metrics of those runs.
 */
final class WholeProgram {
  /** With fewer, two versions cannot be told from two runs. */
  private static final int FEWEST_DEGREES = 2;

  private final List<MetricTest> tests;

  WholeProgram(List<MetricTest> tests) {
    this.tests = tests;
  }

  /** Of the hypothesis that the candidate is not worse than tolerated. */
  double pValue(List<Run> baseline, List<Run> candidate) {
    int degrees = baseline.size() + candidate.size() - 2;
    double[] before = numbers(baseline, test -> test.sample().baselineLog(), -0.5);
    double[] after = numbers(candidate, test -> test.sample().candidateLog(), 0.5);
    double squares = squares(before) + squares(after);
    if (degrees < FEWEST_DEGREES || squares == 0) {
      return 1;
    }
    double error = Math.sqrt(squares / degrees * (1.0 / baseline.size() + 1.0 / candidate.size()));
    return TDistribution.of(degrees).survivalProbability((mean(after) - mean(before)) / error);
  }

  /**
   * A number for each run of a side.
   *
   * @param meanLog the side's
   * @param place where that lies between the middle and the whole change
   */
  private double[] numbers(List<Run> side, ToDoubleFunction<MetricTest> meanLog, double place) {
    return side.stream()
        .mapToDouble(
            run ->
                tests.stream()
                    .mapToDouble(test -> deviations(test, run, meanLog.applyAsDouble(test), place))
                    .sum())
        .toArray();
  }

  private static double deviations(MetricTest test, Run run, double meanLog, double place) {
    Double value = run.values().get(test.sample().metric());
    if (value == null) {
      return 0;
    }
    double residual = Math.log(value + test.sample().offset()) - meanLog;
    double worse = test.sample().metric().better().worsening(residual) + place * test.beyondLog();
    return Math.max(-1, Math.min(1, worse / test.deviationLog()));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double squares(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }
}
