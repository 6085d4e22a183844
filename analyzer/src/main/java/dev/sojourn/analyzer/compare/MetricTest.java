package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.statistics.VariancePrior;
import dev.sojourn.analyzer.verdict.Answer;
import dev.sojourn.analyzer.verdict.Better;
import dev.sojourn.analyzer.verdict.Effect;
import dev.sojourn.analyzer.verdict.Tolerance;
import org.apache.commons.statistics.distribution.TDistribution;

/** The moderated t-test of one metric against what is tolerated. */
final class MetricTest {
  /** With fewer, two versions cannot be told from two runs. */
  private static final double FEWEST_DEGREES = 2;

  /** No program repeats itself more exactly than to a part in a thousand. */
  private static final double SMALLEST_LOG_VARIANCE = 1e-6;

  /** A prior that weighs less fits variances whose own variance is infinite. */
  private static final double MODES_DEGREES = 4;

  private static final double INTERVAL_TAIL = 0.025;
  private static final double POWER = 0.8;

  private final MetricSample sample;
  private final Tolerance tolerance;
  private final double deviationLog;
  private final TDistribution law;

  MetricTest(MetricSample sample, Tolerance tolerance, VariancePriors.Known others) {
    this.sample = sample;
    this.tolerance = tolerance;
    double own = sample.degreesOfFreedom();
    if (own < FEWEST_DEGREES) {
      this.deviationLog = Double.POSITIVE_INFINITY;
      this.law = null;
    } else {
      double variance = others.prior().moderate(sample.logVariance(), own);
      this.deviationLog = Math.sqrt(Math.max(variance, SMALLEST_LOG_VARIANCE));
      this.law = TDistribution.of(own + borrowed(others.prior(), others.degreesOfFreedom() - own));
    }
  }

  /**
   * What the other metrics add to what is known of the variance: half of what the prior claims, as
   * few metrics know little of how variances vary; and nothing where they vary so much that some
   * metrics must have modes, which no prior foresees.
   */
  private static double borrowed(VariancePrior prior, double others) {
    return Math.max(0, Math.min(prior.degreesOfFreedom(), others) - MODES_DEGREES) / 2;
  }

  MetricSample sample() {
    return sample;
  }

  Tolerance tolerance() {
    return tolerance;
  }

  /** Whether there are runs enough to say anything. */
  boolean conclusive() {
    return law != null;
  }

  /** How single runs deviate from the mean of their side. */
  double deviationLog() {
    return deviationLog;
  }

  /** How much worse the candidate is than tolerated. */
  double beyondLog() {
    return sample.worseningLog() - Math.log1p(tolerance.toleratedRatio());
  }

  /** Of the hypothesis that the candidate is not worse than tolerated. */
  double pValue() {
    return conclusive() ? law.survivalProbability(beyondLog() / standardErrorLog()) : 1;
  }

  private double standardErrorLog() {
    return sample.standardErrorLog(deviationLog * deviationLog);
  }

  Answer answer(double level) {
    if (!conclusive()) {
      return Answer.INCONCLUSIVE;
    }
    double worsening = sample.worseningLog();
    if (pValue() <= level && worsening >= Math.log1p(tolerance.leastEffectRatio())) {
      return Answer.REGRESSED;
    }
    boolean within = worsening + halfWidthLog() < Math.log1p(tolerance.limitRatio());
    return within ? Answer.NOT_REGRESSED : Answer.INCONCLUSIVE;
  }

  Effect effect(double level) {
    double change = sample.candidateLog() - sample.baselineLog();
    double halfWidth = halfWidthLog();
    return new Effect(
        sample.baselineLevel(),
        sample.candidateLevel(),
        sample.ofLevel(Math.expm1(change)),
        conclusive() ? Math.max(-1, sample.ofLevel(Math.expm1(change - halfWidth))) : -1,
        conclusive() ? sample.ofLevel(Math.expm1(change + halfWidth)) : Double.POSITIVE_INFINITY,
        pValue(),
        sample.ofLevel(detectableRatio(level)));
  }

  /** The change that "not regressed by more than" means, as one of the level. */
  double limitRatio() {
    return sample.ofLevel(tolerance.limitRatio());
  }

  private double halfWidthLog() {
    return conclusive()
        ? law.inverseSurvivalProbability(INTERVAL_TAIL) * standardErrorLog()
        : Double.POSITIVE_INFINITY;
  }

  /** In the direction that is worse: more for times, less for throughput. */
  private double detectableRatio(double level) {
    if (!conclusive()) {
      return Double.POSITIVE_INFINITY;
    }
    double significant =
        law.inverseSurvivalProbability(level) * standardErrorLog()
            + Math.log1p(tolerance.toleratedRatio());
    double shown = Math.max(significant, Math.log1p(tolerance.leastEffectRatio()));
    double log = shown + law.inverseCumulativeProbability(POWER) * standardErrorLog();
    return sample.metric().better() == Better.LOWER ? Math.expm1(log) : -Math.expm1(-log);
  }
}
