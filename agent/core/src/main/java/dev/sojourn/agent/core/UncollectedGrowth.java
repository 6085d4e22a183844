package dev.sojourn.agent.core;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/**
 * Whether there are many more classes, or much more direct memory, than when it was asked for the
 * last time. Only a whole collection tells what of that is still used. For one thread.
 */
final class UncollectedGrowth implements BooleanSupplier {
  /** A service that is warm loads a class now and then. */
  private static final long LEAST_CLASSES = 100;

  /** The JDK's own channels keep some buffers for each thread. */
  private static final long LEAST_BYTES = 1 << 20;

  private static final String DIRECT = "direct";

  private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
  private long lastClasses = classes.getLoadedClassCount();
  private long lastBytes = directBytes();

  @Override
  public boolean getAsBoolean() {
    long loaded = classes.getLoadedClassCount();
    long bytes = directBytes();
    boolean grown = loaded - lastClasses >= LEAST_CLASSES || bytes - lastBytes >= LEAST_BYTES;
    lastClasses = loaded;
    lastBytes = bytes;
    return grown;
  }

  private static long directBytes() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals(DIRECT))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
