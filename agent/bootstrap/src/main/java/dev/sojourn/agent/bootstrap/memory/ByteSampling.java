package dev.sojourn.agent.bootstrap.memory;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which allocations are kept: each byte has the same chance, one in {@link #intervalBytes}, so an
 * allocation is taken with a chance that follows from its size alone, and stands for its size
 * divided by that chance (Poisson sampling). There are so many a second at most; beyond that the
 * interval doubles at once. Safe for any thread; {@link #endSecond} is one thread's.
 */
final class ByteSampling {
  static final long FINEST_BYTES = 64 << 10;
  static final int MOST_PER_SECOND = 64;

  private final AtomicInteger taken = new AtomicInteger();
  private volatile long intervalBytes = FINEST_BYTES;
  // Each allocation asks for it, and a division is the dearest part of that.
  private volatile float perByte = 1f / FINEST_BYTES;

  /** The mean number of bytes from one sample to the next. */
  long intervalBytes() {
    return intervalBytes;
  }

  /** The mean number of samples of a byte. */
  float perByte() {
    return perByte;
  }

  private void interval(long bytes) {
    intervalBytes = bytes;
    perByte = 1f / bytes;
  }

  /** The chance that an allocation of so many bytes is taken. */
  static double chance(long bytes, long intervalBytes) {
    return -Math.expm1(-(double) bytes / intervalBytes);
  }

  /** An allocation was taken. */
  void take() {
    if (taken.incrementAndGet() % MOST_PER_SECOND == 0) {
      interval(2 * intervalBytes);
    }
  }

  /** Makes the interval finer after a second with few samples, but not finer than this. */
  void endSecond(long leastBytes) {
    boolean few = taken.getAndSet(0) < MOST_PER_SECOND / 4;
    long next = few ? intervalBytes / 2 : intervalBytes;
    interval(Math.max(Math.max(FINEST_BYTES, leastBytes), next));
  }
}
