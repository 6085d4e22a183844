package dev.sojourn.agent.core;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.function.BooleanSupplier;

/**
 * Whether the heap holds more after the last collection than it held after an earlier one. Where
 * nothing was collected in between, nothing has survived; and after the JVM's first seconds any
 * service holds more than in them. For one thread.
 */
final class HeapGrowth implements BooleanSupplier {
  /** Less is no growth: what is alive by chance differs by as much. */
  private static final double LEAST_RATIO = 1.02;

  private static final long LEAST_BYTES = 1 << 20;

  private static final long START_MILLIS = 5_000;

  private final long startMillis;

  private long lastEndMillis = -1;
  private long lastBytes;

  HeapGrowth() {
    this(START_MILLIS);
  }

  /**
   * Begins to look.
   *
   * @param startMillis collections of the JVM's first milliseconds are passed over
   */
  HeapGrowth(long startMillis) {
    this.startMillis = startMillis;
  }

  /** Looks at the last collection: whether it left more than the one that was seen before. */
  @Override
  public boolean getAsBoolean() {
    GcInfo last = lastCollection();
    if (last == null || last.getEndTime() == lastEndMillis || last.getEndTime() < startMillis) {
      return false;
    }
    long bytes = bytesAfter(last);
    boolean grown = lastEndMillis >= 0 && bytes > lastBytes * LEAST_RATIO + LEAST_BYTES;
    lastEndMillis = last.getEndTime();
    lastBytes = bytes;
    return grown;
  }

  private static GcInfo lastCollection() {
    GcInfo last = null;
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof GarbageCollectorMXBean detailed) {
        GcInfo info = detailed.getLastGcInfo();
        if (info != null && (last == null || info.getEndTime() > last.getEndTime())) {
          last = info;
        }
      }
    }
    return last;
  }

  /** Of all pools, since their names differ by collector; classes and code are soon loaded. */
  private static long bytesAfter(GcInfo collection) {
    return collection.getMemoryUsageAfterGc().values().stream()
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }
}
