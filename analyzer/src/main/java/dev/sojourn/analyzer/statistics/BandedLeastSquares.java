package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/**
 * Least squares of equations that each have a few neighbouring unknowns only, so that the normal
 * equations are a narrow band. Not thread-safe.
 */
final class BandedLeastSquares {
  private final double[][] normal;
  private final double[] right;
  private double squares;

  /**
   * Without equations.
   *
   * @param width most unknowns in one equation
   */
  BandedLeastSquares(int unknowns, int width) {
    normal = new double[unknowns][width];
    right = new double[unknowns];
  }

  /**
   * Adds an equation.
   *
   * @param first unknown in it
   * @param row factors of that one and of those that follow, as many as the width
   */
  void add(int first, double[] row, double value) {
    squares += value * value;
    for (int i = 0; i < row.length; i++) {
      if (row[i] != 0) {
        right[first + i] += row[i] * value;
        for (int j = i; j < row.length; j++) {
          normal[first + i][j - i] += row[i] * row[j];
        }
      }
    }
  }

  /** Squares that the best solution leaves; each unknown must be in an equation of its own. */
  double leastSquares() {
    double[][] rows = Arrays.stream(normal).map(double[]::clone).toArray(double[][]::new);
    double[] rights = right.clone();
    double left = squares;
    for (int i = 0; i < rows.length; i++) {
      left -= rights[i] * rights[i] / rows[i][0];
      int last = Math.min(rows[i].length, rows.length - i);
      for (int j = 1; j < last; j++) {
        double factor = rows[i][j] / rows[i][0];
        rights[i + j] -= factor * rights[i];
        for (int k = j; k < last; k++) {
          rows[i + j][k - j] -= factor * rows[i][k];
        }
      }
    }
    return left;
  }
}
