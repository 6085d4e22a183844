package dev.sojourn.agent.core;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether there is more direct memory than when it was looked at last, and nothing was collected
 * meanwhile, so that nobody knows what of it is in use. For one thread.
 */
final class DirectMemoryGrowth implements BooleanSupplier {
  /** What threads and channels keep for their own use is less, and soon all there. */
  private static final long LEAST_BYTES = 4 << 20;

  private static final double LEAST_RATIO = 1.1;

  private final LongSupplier usedBytes;
  private final LongSupplier collections;
  private long lastBytes = Long.MAX_VALUE;
  private long lastCollections = -1;

  DirectMemoryGrowth() {
    this(DirectMemoryGrowth::direct, DirectMemoryGrowth::collections);
  }

  /**
   * Looks at two figures.
   *
   * @param usedBytes direct memory that is in use
   * @param collections how many there were
   */
  DirectMemoryGrowth(LongSupplier usedBytes, LongSupplier collections) {
    this.usedBytes = usedBytes;
    this.collections = collections;
  }

  @Override
  public boolean getAsBoolean() {
    long bytes = usedBytes.getAsLong();
    long collected = collections.getAsLong();
    boolean grown =
        collected == lastCollections
            && bytes >= lastBytes + LEAST_BYTES
            && bytes >= lastBytes * LEAST_RATIO;
    lastBytes = bytes;
    lastCollections = collected;
    return grown;
  }

  private static long direct() {
    for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      if (pool.getName().equals("direct")) {
        return pool.getMemoryUsed();
      }
    }
    return 0;
  }

  /** Of all generations; concurrent ones tell of cycles and pauses, which are collections too. */
  static long collections() {
    long count = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      count += Math.max(0, collector.getCollectionCount());
    }
    return count;
  }
}
