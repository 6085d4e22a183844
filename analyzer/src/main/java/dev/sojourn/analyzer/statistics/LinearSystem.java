package dev.sojourn.analyzer.statistics;

import java.util.Arrays;

/** Small systems of linear equations, by elimination with the largest pivot of each column. */
final class LinearSystem {
  private LinearSystem() {}

  /** The solution; null where the matrix is singular. */
  static double[] solve(double[][] matrix, double[] right) {
    double[][] inverse = inverse(matrix);
    if (inverse == null) {
      return null;
    }
    double[] solution = new double[right.length];
    for (int i = 0; i < right.length; i++) {
      for (int j = 0; j < right.length; j++) {
        solution[i] += inverse[i][j] * right[j];
      }
    }
    return solution;
  }

  /** The inverse; null where the matrix is singular. */
  static double[][] inverse(double[][] matrix) {
    int size = matrix.length;
    double[][] rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = Arrays.copyOf(matrix[i], 2 * size);
      rows[i][size + i] = 1;
    }
    for (int column = 0; column < size; column++) {
      if (!eliminate(rows, column)) {
        return null;
      }
    }
    return Arrays.stream(rows)
        .map(row -> Arrays.copyOfRange(row, size, 2 * size))
        .toArray(double[][]::new);
  }

  private static boolean eliminate(double[][] rows, int column) {
    int best = column;
    for (int i = column + 1; i < rows.length; i++) {
      best = Math.abs(rows[i][column]) > Math.abs(rows[best][column]) ? i : best;
    }
    double[] pivot = rows[best];
    rows[best] = rows[column];
    rows[column] = pivot;
    double factor = pivot[column];
    if (factor == 0 || !Double.isFinite(factor)) {
      return false;
    }
    Arrays.setAll(pivot, i -> pivot[i] / factor);
    for (double[] row : rows) {
      double share = row[column];
      if (row != pivot) {
        Arrays.setAll(row, i -> row[i] - share * pivot[i]);
      }
    }
    return true;
  }
}
