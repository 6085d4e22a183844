package dev.sojourn.analyzer.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Least squares of the Universal Scalability Law by the method of Levenberg and Marquardt (Madsen,
 * Nielsen and Tingleff, Methods for Non-Linear Least Squares Problems, 2004, section 3.2).
 */
final class ScalabilityFit {
  private static final int MOST_STEPS = 200;
  private static final double ENOUGH = 1e-12;

  private final double[] concurrencies;
  private final double[] throughputs;

  ScalabilityFit(double[] concurrencies, double[] throughputs) {
    this.concurrencies = concurrencies;
    this.throughputs = throughputs;
  }

  /**
   * A fitted curve.
   *
   * @param parameters lambda, sigma, kappa
   * @param covariance of the parameters
   * @param freedom points less parameters
   */
  record Solution(double[] parameters, double[][] covariance, int freedom) {
    /** Standard deviation of a function of the parameters. */
    double deviationOf(double[] gradient) {
      double variance = 0;
      for (int i = 0; i < gradient.length; i++) {
        for (int j = 0; j < gradient.length; j++) {
          variance += gradient[i] * covariance[i][j] * gradient[j];
        }
      }
      return Math.sqrt(variance);
    }

    double quantile(double level) {
      return TDistribution.of(freedom).inverseCumulativeProbability((1 + level) / 2);
    }
  }

  static double model(double[] parameters, double concurrency) {
    return parameters[0] * concurrency / divisor(parameters, concurrency);
  }

  Optional<Solution> solve() {
    double[] parameters = start();
    double damping = 1e-3;
    double error = error(parameters);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] next = step(parameters, damping);
      double nextError = next == null ? Double.POSITIVE_INFINITY : error(next);
      if (nextError < error) {
        boolean settled = error - nextError <= ENOUGH * error;
        parameters = next;
        error = nextError;
        damping /= 3;
        if (settled) {
          break;
        }
      } else {
        damping *= 4;
      }
    }
    return solution(parameters, error);
  }

  private double[] start() {
    double best = 0;
    for (int i = 0; i < concurrencies.length; i++) {
      best = Math.max(best, throughputs[i] / concurrencies[i]);
    }
    return new double[] {best, 0.01, 1e-4};
  }

  private Optional<Solution> solution(double[] parameters, double error) {
    int freedom = concurrencies.length - parameters.length;
    double[][] inverse = LinearSystem.inverse(normal(parameters, 0));
    if (freedom < 1 || inverse == null) {
      return Optional.empty();
    }
    for (double[] row : inverse) {
      Arrays.setAll(row, i -> row[i] * error / freedom);
    }
    return Optional.of(new Solution(parameters, inverse, freedom));
  }

  private double[] step(double[] parameters, double damping) {
    double[] right = new double[parameters.length];
    for (int i = 0; i < concurrencies.length; i++) {
      double[] gradient = gradient(parameters, concurrencies[i]);
      double residual = throughputs[i] - model(parameters, concurrencies[i]);
      for (int j = 0; j < right.length; j++) {
        right[j] += gradient[j] * residual;
      }
    }
    double[] change = LinearSystem.solve(normal(parameters, damping), right);
    if (change == null) {
      return null;
    }
    Arrays.setAll(change, i -> parameters[i] + change[i]);
    return change;
  }

  private double[][] normal(double[] parameters, double damping) {
    double[][] normal = new double[parameters.length][parameters.length];
    for (double concurrency : concurrencies) {
      double[] gradient = gradient(parameters, concurrency);
      for (int i = 0; i < normal.length; i++) {
        for (int j = 0; j < normal.length; j++) {
          normal[i][j] += gradient[i] * gradient[j];
        }
      }
    }
    for (int i = 0; i < normal.length; i++) {
      normal[i][i] *= 1 + damping;
    }
    return normal;
  }

  private static double[] gradient(double[] parameters, double concurrency) {
    double divisor = divisor(parameters, concurrency);
    double slope = -parameters[0] * concurrency / (divisor * divisor);
    return new double[] {
      concurrency / divisor, slope * (concurrency - 1), slope * concurrency * (concurrency - 1)
    };
  }

  private double error(double[] parameters) {
    double sum = 0;
    for (int i = 0; i < concurrencies.length; i++) {
      if (divisor(parameters, concurrencies[i]) <= 0) {
        return Double.POSITIVE_INFINITY;
      }
      double residual = throughputs[i] - model(parameters, concurrencies[i]);
      sum += residual * residual;
    }
    return sum;
  }

  private static double divisor(double[] parameters, double concurrency) {
    return 1 + parameters[1] * (concurrency - 1) + parameters[2] * concurrency * (concurrency - 1);
  }
}
