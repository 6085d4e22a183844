package dev.sojourn.agent.bootstrap.job;

/**
 * Counts of durations in HdrHistogram's own layout for two significant digits, so that nothing is
 * lost when they are written as one. Blocks of counts come when they are needed. Not thread-safe.
 */
final class Buckets {
  static final int DIGITS = 2;
  static final long HIGHEST_NANOS = (1L << 47) - 1;
  private static final int BLOCK_MAGNITUDE = 7;
  static final int BLOCK_LENGTH = 1 << BLOCK_MAGNITUDE;
  private static final int BLOCKS = 47 - BLOCK_MAGNITUDE + 1;
  private static final long[] ZEROS = new long[BLOCK_LENGTH];

  private long[][] blocks = new long[BLOCKS][];
  // Above it there are no blocks.
  private int top;
  private long count;

  // The block that was counted in last, and what its durations have in common: those of one job
  // mostly fall into the same, and need not be told where they belong. At first none does.
  private long[] recent;
  private int recentMagnitude = Long.SIZE - 1;
  private long recentPrefix = BLOCK_LENGTH;

  /** Counts a duration so many times. Those out of range are counted at its end. */
  void add(long duration, long times) {
    long place = duration >>> recentMagnitude ^ recentPrefix;
    if (place >>> BLOCK_MAGNITUDE != 0) {
      place = seek(Math.max(0, Math.min(duration, HIGHEST_NANOS)));
    }
    recent[(int) place] += times;
    count += times;
  }

  /** Makes the block of a duration the recent one, and returns its place there. */
  private long seek(long nanos) {
    int magnitude = Math.max(0, 64 - BLOCK_MAGNITUDE - 1 - Long.numberOfLeadingZeros(nanos | 1));
    boolean first = nanos >>> magnitude < BLOCK_LENGTH;
    recent = block(first ? 0 : magnitude + 1);
    recentMagnitude = magnitude;
    recentPrefix = first ? 0 : BLOCK_LENGTH;
    return nanos >>> magnitude ^ recentPrefix;
  }

  /** How many durations were counted. */
  long count() {
    return count;
  }

  /** Adds another's counts. */
  void add(Buckets other) {
    for (int i = 0; i < other.top; i++) {
      long[] theirs = other.blocks[i];
      if (theirs != null) {
        long[] ours = block(i);
        for (int j = 0; j < BLOCK_LENGTH; j++) {
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
    for (int i = 0; i < growing.top; i++) {
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
    for (int i = 0; i < BLOCK_LENGTH; i++) {
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
    if (count == 0) {
      swap(other);
      return;
    }
    add(other);
    other.clear();
  }

  private void swap(Buckets other) {
    long[][] ourBlocks = blocks;
    int ourTop = top;
    long ourCount = count;
    blocks = other.blocks;
    top = other.top;
    count = other.count;
    other.blocks = ourBlocks;
    other.top = ourTop;
    other.count = ourCount;
    forgetRecent();
    other.forgetRecent();
  }

  private void forgetRecent() {
    recent = null;
    recentMagnitude = Long.SIZE - 1;
    recentPrefix = BLOCK_LENGTH;
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
    for (int block = 0; block < top; block++) {
      long[] counts = blocks[block];
      for (int i = 0; counts != null && i < BLOCK_LENGTH; i++) {
        if (counts[i] != 0) {
          before += counts[i];
          long due = before == count ? total : Math.round(before * ratio);
          counts[i] = due - given;
          given = due;
        }
      }
    }
    count = total;
  }

  void clear() {
    if (count == 0) {
      return;
    }
    for (int i = 0; i < top; i++) {
      if (blocks[i] != null) {
        System.arraycopy(ZEROS, 0, blocks[i], 0, BLOCK_LENGTH);
      }
    }
    count = 0;
  }

  /** The number of blocks, some of which may be missing. */
  int blocks() {
    return top;
  }

  /** The counts of a block; null where there are none. */
  long[] countsOf(int block) {
    return blocks[block];
  }

  /** The count at an index of HdrHistogram's counts array. */
  long countAt(int index) {
    long[] block = blocks[index >>> BLOCK_MAGNITUDE];
    return block == null ? 0 : block[index & (BLOCK_LENGTH - 1)];
  }

  /** One more than the highest index that has a count. */
  int length() {
    for (int block = top - 1; block >= 0; block--) {
      long[] counts = blocks[block];
      for (int i = BLOCK_LENGTH; counts != null && i > 0; i--) {
        if (counts[i - 1] != 0) {
          return (block << BLOCK_MAGNITUDE) + i;
        }
      }
    }
    return 0;
  }

  /**
   * A duration that about so many durations reach or exceed, and not more unless they are equal.
   */
  long nanosOfSlowest(long slowest) {
    long seen = 0;
    for (int block = top - 1; block >= 0; block--) {
      long[] counts = blocks[block];
      for (int i = BLOCK_LENGTH - 1; counts != null && i >= 0; i--) {
        seen += counts[i];
        if (seen > slowest) {
          return lowestNanos((block << BLOCK_MAGNITUDE) + i + 1);
        }
      }
    }
    return 0;
  }

  /** The least duration that falls into an index. */
  static long lowestNanos(int index) {
    int block = index >>> BLOCK_MAGNITUDE;
    int place = index & (BLOCK_LENGTH - 1);
    return block == 0 ? place : (long) (BLOCK_LENGTH + place) << (block - 1);
  }

  private long[] block(int index) {
    long[] block = blocks[index];
    if (block == null) {
      block = new long[BLOCK_LENGTH];
      blocks[index] = block;
      top = Math.max(top, index + 1);
    }
    return block;
  }
}
