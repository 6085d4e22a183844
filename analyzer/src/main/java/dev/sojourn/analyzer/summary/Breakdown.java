package dev.sojourn.analyzer.summary;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What sojourn times are made of, kept apart by how long they were, so that the tail can be asked
 * for later.
 *
 * @param buckets times by bucket of the sojourn time, see {@link #bucket(long)}
 */
public record Breakdown(Map<Integer, ComponentTimes> buckets) implements Part<Breakdown> {
  /** No run. */
  public static final Breakdown EMPTY = new Breakdown(Map.of());

  private static final int BUCKETS_PER_OCTAVE_LOG2 = 3;

  /** The bucket of a sojourn time: eight to an octave. */
  public static int bucket(long sojournNanos) {
    long value = Math.max(1, sojournNanos);
    int exponent = 63 - Long.numberOfLeadingZeros(value);
    long mantissa =
        exponent >= BUCKETS_PER_OCTAVE_LOG2
            ? value >> (exponent - BUCKETS_PER_OCTAVE_LOG2)
            : value << (BUCKETS_PER_OCTAVE_LOG2 - exponent);
    int fraction = (int) mantissa & ((1 << BUCKETS_PER_OCTAVE_LOG2) - 1);
    return (exponent << BUCKETS_PER_OCTAVE_LOG2) + fraction;
  }

  /** Sum over all runs. */
  public ComponentTimes total() {
    return sum(buckets);
  }

  private static ComponentTimes sum(Map<Integer, ComponentTimes> buckets) {
    return buckets.values().stream().reduce(ComponentTimes.EMPTY, ComponentTimes::plus);
  }

  /**
   * Sum over the longest runs: all those in the bucket of the quantile and above.
   *
   * @param quantile such as 0.99
   */
  public ComponentTimes tail(double quantile) {
    return sum(new TreeMap<>(buckets).tailMap(firstOfTail(quantile)));
  }

  private int firstOfTail(double quantile) {
    long runs = total().runs();
    long wanted = Math.max(1, runs - (long) Math.ceil(runs * quantile));
    long beyond = 0;
    int first = Integer.MAX_VALUE;
    for (int bucket : new TreeSet<>(buckets.keySet()).descendingSet()) {
      if (beyond >= wanted) {
        break;
      }
      beyond += buckets.get(bucket).runs();
      first = bucket;
    }
    return first;
  }

  /** The same total, and the same tail of this quantile, in no more than two buckets. */
  public Breakdown outlined(double quantile) {
    int first = firstOfTail(quantile);
    Map<Integer, ComponentTimes> outline = new TreeMap<>();
    buckets.forEach(
        (bucket, times) -> outline.merge(bucket < first ? 0 : first, times, ComponentTimes::plus));
    return new Breakdown(outline);
  }

  @Override
  public Breakdown plus(Breakdown other) {
    return new Breakdown(Sums.ofParts(buckets, other.buckets));
  }
}
