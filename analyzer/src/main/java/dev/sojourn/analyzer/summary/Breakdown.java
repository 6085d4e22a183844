package dev.sojourn.analyzer.summary;

import java.util.Map;
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
    return buckets.values().stream().reduce(ComponentTimes.EMPTY, ComponentTimes::plus);
  }

  /**
   * Sum over the longest runs: all those in the bucket of the quantile and above.
   *
   * @param quantile such as 0.99
   */
  public ComponentTimes tail(double quantile) {
    long runs = total().runs();
    long wanted = Math.max(1, runs - (long) Math.ceil(runs * quantile));
    ComponentTimes tail = ComponentTimes.EMPTY;
    for (int bucket : new TreeSet<>(buckets.keySet()).descendingSet()) {
      if (tail.runs() >= wanted) {
        break;
      }
      tail = tail.plus(buckets.get(bucket));
    }
    return tail;
  }

  @Override
  public Breakdown plus(Breakdown other) {
    return new Breakdown(Sums.ofParts(buckets, other.buckets));
  }
}
