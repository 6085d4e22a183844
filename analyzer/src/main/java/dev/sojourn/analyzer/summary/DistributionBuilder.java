package dev.sojourn.analyzer.summary;

import java.util.Arrays;

/** Counts values by bucket: an open hash table, because of the many buckets few are occupied. */
final class DistributionBuilder {
  private static final int FREE = -1;

  private int[] buckets = new int[8];
  private long[] counts = new long[8];
  private int size;

  DistributionBuilder() {
    Arrays.fill(buckets, FREE);
  }

  void add(long nanos, long weight) {
    if (weight != 0) {
      addBucket(Distribution.index(Math.max(0, nanos)), weight);
    }
  }

  void add(Distribution distribution) {
    distribution.forEachBucket(this::addBucket);
  }

  private void addBucket(int bucket, long count) {
    int slot = slot(bucket);
    if (buckets[slot] == FREE) {
      buckets[slot] = bucket;
      size++;
    }
    counts[slot] += count;
    if (size * 2 > buckets.length) {
      grow();
    }
  }

  private int slot(int bucket) {
    int mask = buckets.length - 1;
    int slot = ((bucket * 0x9E3779B9) >>> 8) & mask;
    while (buckets[slot] != bucket && buckets[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldBuckets = buckets;
    long[] oldCounts = counts;
    buckets = new int[2 * oldBuckets.length];
    counts = new long[buckets.length];
    Arrays.fill(buckets, FREE);
    for (int i = 0; i < oldBuckets.length; i++) {
      if (oldBuckets[i] != FREE) {
        int slot = slot(oldBuckets[i]);
        buckets[slot] = oldBuckets[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  Distribution build() {
    int[] occupied = Arrays.stream(buckets).filter(bucket -> bucket != FREE).sorted().toArray();
    long[] sorted = new long[occupied.length];
    for (int i = 0; i < occupied.length; i++) {
      sorted[i] = counts[slot(occupied[i])];
    }
    return Distribution.ofBuckets(occupied, sorted);
  }
}
