package dev.sojourn.analyzer.summary;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * How often times of each length occurred: a sparse histogram with the layout of an HdrHistogram of
 * two significant digits over nanoseconds (buckets at most 1/128 wide of their lower bound).
 * Immutable.
 */
public final class Distribution implements Part<Distribution> {
  private static final int SUB_BUCKETS_LOG2 = 8;
  private static final int HALF = 1 << (SUB_BUCKETS_LOG2 - 1);
  private static final Distribution EMPTY = new Distribution(new int[0], new long[0]);

  private final int[] indices;
  private final long[] counts;

  private Distribution(int[] indices, long[] counts) {
    this.indices = indices;
    this.counts = counts;
  }

  /** No value. */
  public static Distribution empty() {
    return EMPTY;
  }

  /** One value; a negative one counts as 0. */
  public static Distribution of(long nanos) {
    return of(nanos, 1);
  }

  /** One value, a number of times. */
  public static Distribution of(long nanos, long count) {
    return count == 0
        ? EMPTY
        : new Distribution(new int[] {index(Math.max(0, nanos))}, new long[] {count});
  }

  /** Counts by bucket, the buckets in order; neither array is copied. */
  static Distribution ofBuckets(int[] indices, long[] counts) {
    return indices.length == 0 ? EMPTY : new Distribution(indices, counts);
  }

  /**
   * The values of an HdrHistogram in its V2 compressed encoding, in Base64; none for null.
   *
   * @throws IllegalArgumentException if it is no such thing
   */
  public static Distribution ofEncoded(String base64) {
    if (base64 == null || base64.isEmpty()) {
      return EMPTY;
    }
    Histogram histogram;
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      histogram = Histogram.decodeFromCompressedByteBuffer(bytes, 0);
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException("not an encoded histogram: " + e.getMessage(), e);
    }
    TreeMap<Integer, Long> buckets = new TreeMap<>();
    for (HistogramIterationValue value : histogram.recordedValues()) {
      buckets.merge(
          index(histogram.lowestEquivalentValue(value.getValueIteratedTo())),
          value.getCountAtValueIteratedTo(),
          Long::sum);
    }
    return ofBuckets(buckets);
  }

  private static Distribution ofBuckets(SortedMap<Integer, Long> buckets) {
    return new Distribution(
        buckets.keySet().stream().mapToInt(Integer::intValue).toArray(),
        buckets.values().stream().mapToLong(Long::longValue).toArray());
  }

  /** As {@link #toNumbers} tells it. */
  static Distribution ofNumbers(long[] numbers) {
    int[] indices = new int[numbers.length / 2];
    long[] counts = new long[indices.length];
    int index = 0;
    for (int i = 0; i < indices.length; i++) {
      index = Math.addExact(index, Math.toIntExact(numbers[2 * i]));
      indices[i] = index;
      counts[i] = numbers[2 * i + 1];
    }
    return new Distribution(indices, counts);
  }

  /** Of each bucket how far it is from the one before, and its count. */
  @SuppressWarnings("IntLongMath")
  long[] toNumbers() {
    long[] numbers = new long[2 * indices.length];
    int index = 0;
    for (int i = 0; i < indices.length; i++) {
      numbers[2 * i] = indices[i] - index;
      numbers[2 * i + 1] = counts[i];
      index = indices[i];
    }
    return numbers;
  }

  /** The number of values. */
  public long count() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** About the sum of the values, from the middles of the buckets. */
  public long totalNanos() {
    long sum = 0;
    for (int i = 0; i < indices.length; i++) {
      sum += counts[i] * middle(indices[i]);
    }
    return sum;
  }

  /** The middle of the bucket of the quantile; 0 where there is no value. */
  public long quantileNanos(double quantile) {
    if (indices.length == 0) {
      return 0;
    }
    return middle(indices[position(rank(quantile))]);
  }

  /**
   * The same with the values of a bucket spread evenly over it: quantiles of several distributions
   * then differ as their values do, where a bucket's middle differs by nothing or by a whole
   * bucket.
   */
  public double spreadQuantileNanos(double quantile) {
    if (indices.length == 0) {
      return 0;
    }
    long before = rank(quantile) - 1;
    int i = 0;
    while (before >= counts[i] && i < indices.length - 1) {
      before -= counts[i];
      i++;
    }
    return lowest(indices[i]) + (width(indices[i]) - 1) * ((before + 0.5) / counts[i]);
  }

  /**
   * The same number of values, quantiles and maximum in as few buckets as that takes: what lies
   * between two of them is put into the bucket of its mean.
   */
  public Distribution outlined(Collection<Double> quantiles) {
    if (indices.length == 0) {
      return this;
    }
    BitSet kept = new BitSet();
    kept.set(indices.length - 1);
    quantiles.forEach(quantile -> kept.set(position(rank(quantile))));
    SortedMap<Integer, Long> buckets = new TreeMap<>();
    int begin = 0;
    for (int at = kept.nextSetBit(0); at >= 0; at = kept.nextSetBit(at + 1)) {
      Distribution between =
          new Distribution(
              Arrays.copyOfRange(indices, begin, at), Arrays.copyOfRange(counts, begin, at));
      if (begin < at) {
        buckets.put(index(between.totalNanos() / between.count()), between.count());
      }
      buckets.put(indices[at], counts[at]);
      begin = at + 1;
    }
    return ofBuckets(buckets);
  }

  private long rank(double quantile) {
    return Math.max(1, (long) Math.ceil(quantile * count()));
  }

  /** Where the bucket of the value of a rank stands. */
  private int position(long rank) {
    long seen = 0;
    int i = 0;
    while (i < indices.length - 1 && (seen += counts[i]) < rank) {
      i++;
    }
    return i;
  }

  /** The middle of the last bucket; 0 where there is no value. */
  public long maxNanos() {
    return indices.length == 0 ? 0 : middle(indices[indices.length - 1]);
  }

  /** How many values lie in buckets above that of the given one. */
  public long countAbove(long nanos) {
    int limit = index(Math.max(0, nanos));
    long sum = 0;
    for (int i = 0; i < indices.length; i++) {
      sum += indices[i] > limit ? counts[i] : 0;
    }
    return sum;
  }

  @Override
  public Distribution plus(Distribution other) {
    if (indices.length == 0 || other.indices.length == 0) {
      return indices.length == 0 ? other : this;
    }
    int[] union = new int[indices.length + other.indices.length];
    long[] sums = new long[union.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < indices.length || j < other.indices.length) {
      int here = i < indices.length ? indices[i] : Integer.MAX_VALUE;
      int there = j < other.indices.length ? other.indices[j] : Integer.MAX_VALUE;
      union[size] = Math.min(here, there);
      sums[size++] = (here <= there ? counts[i++] : 0) + (there <= here ? other.counts[j++] : 0);
    }
    return new Distribution(Arrays.copyOf(union, size), Arrays.copyOf(sums, size));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Distribution that
        && Arrays.equals(indices, that.indices)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(indices) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return count() + " values, median " + quantileNanos(0.5) + " ns, max " + maxNanos() + " ns";
  }

  /** Receives a bucket's index and count. */
  interface BucketConsumer {
    void accept(int index, long count);
  }

  void forEachBucket(BucketConsumer consumer) {
    for (int i = 0; i < indices.length; i++) {
      consumer.accept(indices[i], counts[i]);
    }
  }

  /** The bucket of a value that is not negative. */
  static int index(long nanos) {
    int octave = Math.max(0, 64 - SUB_BUCKETS_LOG2 - Long.numberOfLeadingZeros(nanos));
    return octave * HALF + (int) (nanos >> octave);
  }

  private static long middle(int index) {
    return lowest(index) + (width(index) >> 1);
  }

  private static long lowest(int index) {
    int octave = octave(index);
    return (long) (index - octave * HALF) << octave;
  }

  private static long width(int index) {
    return 1L << octave(index);
  }

  private static int octave(int index) {
    return Math.max(0, index / HALF - 1);
  }
}
