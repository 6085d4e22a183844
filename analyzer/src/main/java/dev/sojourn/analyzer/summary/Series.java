package dev.sojourn.analyzer.summary;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts by absolute time. A bin is a second, or a power of two of them: the smallest for which at
 * most {@link #MAX_BINS} bins are occupied, so that a series depends on what went into it and on
 * nothing else.
 *
 * @param level the bins are 2<sup>level</sup> seconds long
 * @param bins the occupied bins in order of time, by the epoch second at which they begin
 * @param <P> what a bin holds
 */
public record Series<P extends Part<P>>(int level, Map<Long, P> bins) implements Part<Series<P>> {
  /** Most bins that are kept apart. */
  public static final int MAX_BINS = 512;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** A series without a bin. */
  public static <P extends Part<P>> Series<P> empty() {
    return new Series<P>(0, Map.of());
  }

  /** A series of one value at an instant. */
  public static <P extends Part<P>> Series<P> of(long epochNanos, P value) {
    return new Series<P>(0, Map.of(Math.floorDiv(epochNanos, NANOS_PER_SECOND), value));
  }

  /** A series of values by epoch second. */
  public static <P extends Part<P>> Series<P> ofSeconds(Map<Long, P> seconds) {
    return new Series<P>(0, Sums.sorted(seconds)).bounded();
  }

  /** Length of a bin in nanoseconds. */
  public long binNanos() {
    return NANOS_PER_SECOND << level;
  }

  /** The same values in bins of 2<sup>level</sup> seconds, where these are coarser. */
  public Series<P> coarsened(int toLevel) {
    if (toLevel <= level) {
      return this;
    }
    TreeMap<Long, P> coarse = new TreeMap<>();
    bins.forEach((second, value) -> coarse.merge(second >> toLevel << toLevel, value, Part::plus));
    return new Series<>(toLevel, Collections.unmodifiableSortedMap(coarse));
  }

  /** The sum of all bins, or the given value for none. */
  public P total(P empty) {
    return bins.values().stream().reduce(empty, Part::plus);
  }

  @Override
  public Series<P> plus(Series<P> other) {
    int common = Math.max(level, other.level);
    Map<Long, P> sum = Sums.ofParts(coarsened(common).bins, other.coarsened(common).bins);
    return new Series<>(common, sum).bounded();
  }

  private Series<P> bounded() {
    Series<P> series = this;
    while (series.bins.size() > MAX_BINS) {
      series = series.coarsened(series.level + 1);
    }
    return series;
  }
}
