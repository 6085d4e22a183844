package dev.sojourn.analyzer.statistics;

/**
 * Levels of a history of measurements: the segmentation of least penalised deviance, where noise is
 * autoregressive and its correlation is estimated anew for each segmentation.
 *
 * <p>The penalty is that of the modified Bayesian information criterion: Zhang and Siegmund, "A
 * modified Bayes information criterion with applications to the analysis of comparative genomic
 * hybridization data", Biometrics 63(1), 2007; enlarged for short series as in Hurvich and Tsai,
 * Biometrika 76(2), 1989. It has no constant that was fitted.
 */
final class HistorySegments {
  /** A change is told after this many values of its new level. */
  static final int MINIMUM_LENGTH = 4;

  /** So many segments more that describe no better end the search. */
  private static final int PATIENCE = 6;

  private static final int MOST_SEGMENTS = 60;

  /** Sums of squares below this part of all are rounding. */
  private static final double ROUNDING = 1e-12;

  private HistorySegments() {}

  /**
   * The index of each segment's first value.
   *
   * @param histories how many are looked at: each change is looked for in as many more places
   */
  static int[] starts(double[] values, int histories) {
    int[] best = new int[1];
    double all = new SquaredDeviations(values).of(0, values.length);
    if (values.length < 2 * MINIMUM_LENGTH || all == 0) {
      return best;
    }
    AutoregressiveNoise noise = new AutoregressiveNoise(values, ROUNDING * all);
    Segmentations segmentations = new Segmentations(values, MINIMUM_LENGTH);
    double least = noise.deviance(segmentations.next());
    int since = 0;
    for (int segments = 2; segments <= MOST_SEGMENTS && segmentations.hasNext(); segments++) {
      int[] starts = segmentations.next();
      double penalised = noise.deviance(starts) + penalty(starts, values.length, histories);
      since = penalised < least ? 0 : since + 1;
      if (since == PATIENCE) {
        break;
      }
      if (since == 0) {
        least = penalised;
        best = starts;
      }
    }
    return best;
  }

  private static double penalty(int[] starts, int count, int histories) {
    double penalty =
        (starts.length - 1) * (3 * Math.log(count) + 2 * Math.log(Math.max(1, histories)));
    for (int i = 0; i < starts.length; i++) {
      int end = i + 1 < starts.length ? starts[i + 1] : count;
      penalty += Math.log((end - starts[i]) / (double) count);
    }
    // Levels and places of changes, correlation and variance; the last two segments of the shortest
    // series leave nothing to know the noise from.
    double left = count - 2.0 * starts.length - 2;
    return left > 0 ? penalty * count / left : Double.POSITIVE_INFINITY;
  }
}
