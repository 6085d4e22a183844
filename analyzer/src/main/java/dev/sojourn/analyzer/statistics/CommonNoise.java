package dev.sojourn.analyzer.statistics;

/**
 * How much the noise of several metrics is one and the same: where a machine was slow for a whole
 * run, all metrics of that run say so, and fifty of them know no more of how runs vary than one.
 *
 * @param squaredCorrelation mean over all pairs of metrics, from 0 for independent ones to 1
 */
public record CommonNoise(double squaredCorrelation) {
  /** Of metrics that have nothing in common. */
  public static final CommonNoise NONE = new CommonNoise(0);

  /**
   * Estimates it; what chance makes of few runs is taken off.
   *
   * @param residuals of each metric, one for each run; 0 where a run has none
   * @param degreesOfFreedom that they have, about
   */
  public static CommonNoise of(double[][] residuals, double degreesOfFreedom) {
    int metrics = 0;
    double[][] products = null;
    for (double[] residual : residuals) {
      double squares = 0;
      for (double value : residual) {
        squares += value * value;
      }
      if (squares > 0) {
        products = products == null ? new double[residual.length][residual.length] : products;
        addProducts(products, residual, squares);
        metrics++;
      }
    }
    return metrics < 2 ? NONE : ofProducts(products, metrics, 1 / degreesOfFreedom);
  }

  private static void addProducts(double[][] products, double[] residual, double squares) {
    for (int i = 0; i < residual.length; i++) {
      for (int j = 0; j < residual.length; j++) {
        products[i][j] += residual[i] * residual[j] / squares;
      }
    }
  }

  /** The sum of all squared correlations is the squared norm of the sum of the projections. */
  private static CommonNoise ofProducts(double[][] products, int metrics, double byChance) {
    double sum = 0;
    for (double[] row : products) {
      for (double product : row) {
        sum += product * product;
      }
    }
    double mean = (sum - metrics) / (metrics * (metrics - 1.0));
    return byChance >= 1
        ? NONE
        : new CommonNoise(Math.max(0, Math.min(1, (mean - byChance) / (1 - byChance))));
  }

  /**
   * As many independent metrics tell as much of a variance as so many of these: variances of two
   * normal variables correlate by the square of what these do.
   */
  public double independentCount(int metrics) {
    return metrics / (1 + (metrics - 1) * squaredCorrelation);
  }
}
