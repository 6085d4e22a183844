package dev.sojourn.agent.bootstrap.job;

import java.util.Arrays;

/**
 * Counts of durations in HdrHistogram's own layout for two significant digits, so that nothing is
 * lost when they are written as one. Blocks of counts come when they are needed. Not thread-safe.
 */
final class Buckets {
  static final int DIGITS = 2;
  static final long HIGHEST_NANOS = (1L << 47) - 1;
  private static final int HALF_COUNT_MAGNITUDE = 7;
  private static final int HALF_COUNT = 1 << HALF_COUNT_MAGNITUDE;
  private static final int BLOCKS = 47 - HALF_COUNT_MAGNITUDE + 1;

  private final long[][] blocks = new long[BLOCKS][];
  private long count;

  // The block that was counted in last, and what its durations have in common: those of one job
  // mostly fall into the same, and need not be told where they belong. At first none does.
  private long[] recent;
  private int recentMagnitude = Long.SIZE - 1;
  private long recentPrefix = HALF_COUNT;

  /** Counts a duration so many times. Those out of range are counted at its end. */
  void add(long duration, long times) {
    long place = duration >>> recentMagnitude ^ recentPrefix;
    if (place >>> HALF_COUNT_MAGNITUDE != 0) {
      place = seek(Math.max(0, Math.min(duration, HIGHEST_NANOS)));
    }
    recent[(int) place] += times;
    count += times;
  }

  /** Makes the block of a duration the recent one, and returns its place there. */
  private long seek(long nanos) {
    int magnitude =
        Math.max(0, 64 - HALF_COUNT_MAGNITUDE - 1 - Long.numberOfLeadingZeros(nanos | 1));
    boolean first = nanos >>> magnitude < HALF_COUNT;
    recent = block(first ? 0 : magnitude + 1);
    recentMagnitude = magnitude;
    recentPrefix = first ? 0 : HALF_COUNT;
    return nanos >>> magnitude ^ recentPrefix;
  }

  /** How many durations were counted. */
  long count() {
    return count;
  }

  /** Adds another's counts. */
  void add(Buckets other) {
    for (int i = 0; i < BLOCKS; i++) {
      long[] theirs = other.blocks[i];
      if (theirs != null) {
        long[] ours = block(i);
        for (int j = 0; j < HALF_COUNT; j++) {
          ours[j] += theirs[j];
        }
      }
    }
    count += other.count;
  }

  /**
   * Adds what {@code growing} counts more than {@code before}, and brings that up to it. Another
   * thread may count in {@code growing} meanwhile.
   *
   * @return how much that is
   */
  long addSince(Buckets growing, Buckets before) {
    long added = 0;
    for (int i = 0; i < BLOCKS; i++) {
      long[] theirs = growing.blocks[i];
      if (theirs != null) {
        added += addSince(theirs, before.block(i), block(i));
      }
    }
    count += added;
    return added;
  }

  private static long addSince(long[] growing, long[] before, long[] sum) {
    long added = 0;
    for (int i = 0; i < HALF_COUNT; i++) {
      long now = growing[i];
      long since = now - before[i];
      before[i] = now;
      sum[i] += since;
      added += since;
    }
    return added;
  }

  /** Adds another's counts and clears the other. */
  void takeFrom(Buckets other) {
    if (other.count == 0) {
      return;
    }
    add(other);
    other.clear();
  }

  /**
   * Changes the counts so that they add up to {@code total}, each by the same factor. What rounding
   * takes from one it gives to the next.
   */
  void scaleTo(long total) {
    if (count == 0) {
      return;
    }
    double ratio = (double) total / count;
    long before = 0;
    long given = 0;
    for (long[] block : blocks) {
      for (int i = 0; block != null && i < HALF_COUNT; i++) {
        before += block[i];
        long due = before == count ? total : Math.round(before * ratio);
        block[i] = due - given;
        given = due;
      }
    }
    count = total;
  }

  void clear() {
    for (long[] block : blocks) {
      if (block != null) {
        Arrays.fill(block, 0);
      }
    }
    count = 0;
  }

  /** The count at an index of HdrHistogram's counts array. */
  long countAt(int index) {
    long[] block = blocks[index >>> HALF_COUNT_MAGNITUDE];
    return block == null ? 0 : block[index & (HALF_COUNT - 1)];
  }

  /** One more than the highest index that has a count. */
  int length() {
    for (int i = BLOCKS * HALF_COUNT; i > 0; i--) {
      if (countAt(i - 1) != 0) {
        return i;
      }
    }
    return 0;
  }

  /**
   * A duration that about so many durations reach or exceed, and not more unless they are equal.
   */
  long nanosOfSlowest(long slowest) {
    long seen = 0;
    for (int i = length() - 1; i >= 0; i--) {
      seen += countAt(i);
      if (seen > slowest) {
        return lowestNanos(i + 1);
      }
    }
    return 0;
  }

  /** The least duration that falls into an index. */
  static long lowestNanos(int index) {
    int block = index >>> HALF_COUNT_MAGNITUDE;
    int place = index & (HALF_COUNT - 1);
    return block == 0 ? place : (long) (HALF_COUNT + place) << (block - 1);
  }

  private long[] block(int index) {
    long[] block = blocks[index];
    if (block == null) {
      block = new long[HALF_COUNT];
      blocks[index] = block;
    }
    return block;
  }
}
