package dev.sojourn.analyzer.statistics;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Levels and trends of a history of measurements: the segmentation of least penalised deviance,
 * where noise is autoregressive and its correlation is estimated anew for each segmentation.
 *
 * <p>The penalty is that of the modified Bayesian information criterion: Zhang and Siegmund, "A
 * modified Bayes information criterion with applications to the analysis of comparative genomic
 * hybridization data", Biometrics 63(1), 2007; enlarged for short series as in Hurvich and Tsai,
 * Biometrika 76(2), 1989. A trend is as dear as a change: of a step and a trend that describe as
 * well neither is preferred, and noise is no oftener taken for one. No constant was fitted.
 *
 * <p>That criterion takes a change for as likely at any place. A history is looked at for what is
 * new, so there a change that many values ago is likely as one over the root of their number.
 */
final class HistorySegments {
  /** A change is told after this many values of its new level. */
  static final int MINIMUM_LENGTH = 4;

  /** A line has a begin, a middle and an end, each as long as a level. */
  static final int MINIMUM_LINE = 3 * MINIMUM_LENGTH;

  /** So many numbers more that describe no better end the search. */
  private static final int PATIENCE = 6;

  /** Of segments: a level is one, a line is two. */
  private static final int MOST_NUMBERS = 60;

  /** Sums of squares below this part of all are rounding. */
  private static final double ROUNDING = 1e-12;

  private final double[] values;
  private final int histories;
  private final IntToDoubleFunction places;

  private HistorySegments(double[] values, int histories, IntToDoubleFunction places) {
    this.values = values;
    this.histories = Math.max(1, histories);
    this.places = places;
  }

  /** Of a series that may have changed anywhere. */
  static HistorySegments anywhere(double[] values) {
    return new HistorySegments(values, 1, start -> values.length);
  }

  /**
   * Of a series that is looked at again with each new value.
   *
   * @param histories how many are looked at: each change is looked for in as many more places
   */
  static HistorySegments recent(double[] values, int histories) {
    return new HistorySegments(
        values,
        histories,
        start -> 2 * Math.sqrt((double) values.length * (values.length - start)));
  }

  /** Into levels. */
  List<Segment> levels() {
    return best(Segmentations.intoLevels(values, MINIMUM_LENGTH));
  }

  /** Into levels and lines. */
  List<Segment> levelsAndLines() {
    return best(Segmentations.intoLevelsAndLines(values, MINIMUM_LENGTH, MINIMUM_LINE));
  }

  private List<Segment> best(Segmentations segmentations) {
    SquaredDeviations deviations = new SquaredDeviations(values);
    // also where values are infinite, so that no segmentation is better than another
    List<Segment> best = List.of(deviations.level(0, values.length));
    if (values.length < 2 * MINIMUM_LENGTH || deviations.of(0, values.length) == 0) {
      return best;
    }
    double smallest = ROUNDING * deviations.of(0, values.length);
    AutoregressiveNoise noise = new AutoregressiveNoise(values, smallest);
    double least = Double.POSITIVE_INFINITY;
    int since = 0;
    for (int i = 0; i < MOST_NUMBERS && since < PATIENCE && segmentations.hasNext(); i++) {
      List<Segment> segments = segmentations.next();
      double penalised = noise.deviance(segments) + penalty(segments);
      since = penalised < least ? 0 : since + 1;
      if (since == 0) {
        least = penalised;
        best = segments;
      }
    }
    return best;
  }

  private double penalty(List<Segment> segments) {
    double count = values.length;
    int numbers = 0;
    double penalty = 0;
    for (Segment segment : segments) {
      numbers += segment.parameters();
      penalty += segment.parameters() * Math.log(segment.length() / count);
      penalty += segment.start() == 0 ? 0 : price(places.applyAsDouble(segment.start()));
      penalty += segment.isTrend() ? price(count) : 0;
    }
    // Levels and places of changes, correlation and variance; the last two segments of the shortest
    // series leave nothing to know the noise from.
    double left = count - 2.0 * numbers - 2;
    return left > 0 ? penalty * count / left : Double.POSITIVE_INFINITY;
  }

  /** Of a number, and of that it may be in one of so many places. */
  private double price(double many) {
    return Math.log(values.length) + 2 * Math.log(many * histories);
  }
}
