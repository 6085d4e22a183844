package dev.sojourn.analyzer.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the slow ones of many observations have more of than the others. What all of them have
 * cancels out, however much it is; so this names what makes the slow ones slow, which means do not.
 *
 * <p>Slow are those beyond the threshold that leaves least variance of the logarithms within the
 * two groups: Otsu, "A threshold selection method from gray-level histograms", IEEE Trans. Systems,
 * Man and Cybernetics 9(1), 1979.
 *
 * @param slowCount observations beyond the threshold
 * @param count all observations
 * @param excess by part, the mean of the slow ones less the mean of the others
 */
public record SlowMode(double slowCount, double count, List<Double> excess) {
  /**
   * Divides observations that come in groups of like length.
   *
   * @param lengths of an observation of each group, positive, in ascending order
   * @param counts of the observations in each group, positive
   * @param parts what the observations of each group amount to, by part
   * @return empty where there are fewer than two groups
   */
  public static Optional<SlowMode> of(double[] lengths, double[] counts, double[][] parts) {
    if (lengths.length < 2) {
      return Optional.empty();
    }
    int threshold = threshold(lengths, counts);
    double count = sum(counts, 0, counts.length);
    double slowCount = sum(counts, threshold, counts.length);
    List<Double> excess = new ArrayList<>();
    for (int part = 0; part < parts[0].length; part++) {
      double slow = sum(parts, part, threshold, parts.length) / slowCount;
      excess.add(slow - sum(parts, part, 0, threshold) / (count - slowCount));
    }
    return Optional.of(new SlowMode(slowCount, count, List.copyOf(excess)));
  }

  /** The first group of the slow ones: the division with most variance between its sides. */
  private static int threshold(double[] lengths, double[] counts) {
    double all = 0;
    double count = sum(counts, 0, counts.length);
    for (int i = 0; i < lengths.length; i++) {
      all += counts[i] * Math.log(lengths[i]);
    }
    int best = 1;
    double most = -1;
    double below = 0;
    double belowCount = 0;
    for (int i = 1; i < lengths.length; i++) {
      below += counts[i - 1] * Math.log(lengths[i - 1]);
      belowCount += counts[i - 1];
      double distance = (all - below) / (count - belowCount) - below / belowCount;
      double between = belowCount * (count - belowCount) * distance * distance;
      if (between > most) {
        most = between;
        best = i;
      }
    }
    return best;
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  private static double sum(double[][] parts, int part, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += parts[i][part];
    }
    return sum;
  }
}
