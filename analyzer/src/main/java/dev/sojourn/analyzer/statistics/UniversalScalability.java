package dev.sojourn.analyzer.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * The Universal Scalability Law, throughput X of concurrency N: {@code X(N) = lambda N / (1 + sigma
 * (N - 1) + kappa N (N - 1))}, fitted by least squares.
 *
 * <p>Gunther, Guerrilla Capacity Planning (2007), chapter 5. The intervals are those of the
 * linearised model (Seber and Wild, Nonlinear Regression, 1989, section 5.1), the peak's by the
 * delta method on its logarithm.
 *
 * @param lambdaPerSecond throughput of one
 * @param sigma share of the work that is serial
 * @param kappa cost of keeping each pair consistent
 * @param peak concurrency at which throughput is highest, with its interval; empty where the points
 *     do not carry it
 */
public record UniversalScalability(
    double lambdaPerSecond, double sigma, double kappa, Optional<Interval> peak) {
  private static final double LEVEL = 0.95;

  /**
   * Fits points of which at least four differ in concurrency.
   *
   * @return empty where no curve of this family fits
   */
  public static Optional<UniversalScalability> fit(
      double[] concurrencies, double[] throughputsPerSecond) {
    if (Arrays.stream(concurrencies).distinct().count() < 4) {
      return Optional.empty();
    }
    return new ScalabilityFit(concurrencies, throughputsPerSecond)
        .solve()
        .filter(solved -> solved.parameters()[0] > 0)
        .map(UniversalScalability::of);
  }

  /** The throughput at a concurrency. */
  public double throughputPerSecond(double concurrency) {
    return ScalabilityFit.model(new double[] {lambdaPerSecond, sigma, kappa}, concurrency);
  }

  private static UniversalScalability of(ScalabilityFit.Solution solution) {
    double[] parameters = solution.parameters();
    return new UniversalScalability(parameters[0], parameters[1], parameters[2], peak(solution));
  }

  private static Optional<Interval> peak(ScalabilityFit.Solution solution) {
    double sigma = solution.parameters()[1];
    double kappa = solution.parameters()[2];
    if (kappa <= 0 || sigma >= 1) {
      return Optional.empty();
    }
    double value = Math.sqrt((1 - sigma) / kappa);
    double[] gradient = {0, -0.5 / (1 - sigma), -0.5 / kappa};
    double reach = solution.deviationOf(gradient) * solution.quantile(LEVEL);
    return Double.isFinite(reach)
        ? Optional.of(new Interval(value * Math.exp(-reach), value, value * Math.exp(reach)))
        : Optional.empty();
  }
}
