package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.statistics.LowerEnvelope;
import dev.sojourn.analyzer.statistics.MannKendall;
import dev.sojourn.analyzer.statistics.TheilSen;
import dev.sojourn.analyzer.summary.Gauge;
import dev.sojourn.analyzer.summary.Part;
import dev.sojourn.analyzer.summary.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How one figure went: its values by time, at about equal distances.
 *
 * @param epochSeconds when, in ascending order
 * @param values the figure then
 */
record Course(double[] epochSeconds, double[] values) {
  /** Fewer points tell nothing of a trend. */
  static final int LEAST_POINTS = 8;

  /** More points are not needed, and cost their square. */
  static final int MOST_POINTS = 256;

  private static final double LEVEL = 0.95;

  /** The figure of each bin that has it. */
  static <P extends Part<P>> Course of(Series<P> series, Function<P, OptionalDouble> figure) {
    Series<P> coarse = series;
    while (coarse.bins().size() > MOST_POINTS) {
      coarse = coarse.coarsened(coarse.level() + 1);
    }
    List<double[]> points = new ArrayList<>();
    coarse
        .bins()
        .forEach(
            (second, bin) ->
                figure.apply(bin).ifPresent(value -> points.add(new double[] {second, value})));
    return new Course(
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }

  int size() {
    return values.length;
  }

  /** Whether there are enough points for a trend. */
  boolean isLong() {
    return size() >= LEAST_POINTS;
  }

  /** The same less another figure of the same times. */
  Course minus(Map<Long, Gauge> other) {
    double[] rests = values.clone();
    for (int i = 0; i < rests.length; i++) {
      Gauge gauge = other.get((long) epochSeconds[i]);
      rests[i] -= gauge == null ? 0 : gauge.maximum();
    }
    return new Course(epochSeconds, rests);
  }

  /** The logarithms of the figure. */
  Course logarithms() {
    return new Course(epochSeconds, Arrays.stream(values).map(Math::log).toArray());
  }

  /** The part after the first share of the time, when a JVM is warm. */
  Course after(double share) {
    return size() == 0 ? this : since(epochSeconds[0] + share * seconds());
  }

  /** The part before some share of the time at the end. */
  Course before(double share) {
    int last = size();
    while (last > 0 && epochSeconds[last - 1] > epochSeconds[size() - 1] - share * seconds()) {
      last--;
    }
    return part(0, last);
  }

  /** The part from some time on. */
  Course since(double epochSecond) {
    int first = 0;
    while (first < size() && epochSeconds[first] < epochSecond) {
      first++;
    }
    return part(first, size());
  }

  /** Some of the points. */
  Course at(int[] indices) {
    return new Course(
        Arrays.stream(indices).mapToDouble(i -> epochSeconds[i]).toArray(),
        Arrays.stream(indices).mapToDouble(i -> values[i]).toArray());
  }

  /** The points from one index up to another. */
  Course part(int from, int to) {
    return new Course(
        Arrays.copyOfRange(epochSeconds, from, to), Arrays.copyOfRange(values, from, to));
  }

  /** Test for a trend. */
  MannKendall trend() {
    return MannKendall.test(values);
  }

  /** The robust line through the points. */
  TheilSen line() {
    return TheilSen.fit(epochSeconds, values, trend().variance(), LEVEL);
  }

  /** The lower envelope in quarters. */
  LowerEnvelope envelope() {
    return LowerEnvelope.of(epochSeconds, values);
  }

  /** Length of the time between the first and the last point, in seconds. */
  double seconds() {
    return size() == 0 ? 0 : epochSeconds[size() - 1] - epochSeconds[0];
  }

  /** Of the steps from point to point, those that go up. */
  double growingShare() {
    int growing = 0;
    for (int i = 1; i < size(); i++) {
      growing += values[i] > values[i - 1] ? 1 : 0;
    }
    return (double) growing / Math.max(1, size() - 1);
  }

  /** Share of the rise that is left without its largest steps. */
  double riseRatioWithout(int largestSteps) {
    double largest =
        IntStream.range(1, size())
            .mapToDouble(i -> values[i - 1] - values[i])
            .sorted()
            .limit(largestSteps)
            .sum();
    return 1 + largest / (last() - first());
  }

  /** The least value; beyond all where there is none. */
  double lowest() {
    return Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY);
  }

  double first() {
    return values[0];
  }

  double last() {
    return values[size() - 1];
  }
}
