package dev.sojourn.agent.core;

import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether there are many more classes than when it was asked for the last time. Only a collection
 * of the whole heap tells which of them are still used. For one thread.
 */
final class ClassGrowth implements BooleanSupplier {
  /** A service that is warm loads a class now and then. */
  private static final long LEAST_CLASSES = 100;

  private final LongSupplier loaded;
  private long lastLoaded = Long.MAX_VALUE;

  ClassGrowth() {
    // the bean is slow to load, and a short program never asks
    this(() -> ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
  }

  /**
   * Looks at one figure.
   *
   * @param loaded how many classes there are
   */
  ClassGrowth(LongSupplier loaded) {
    this.loaded = loaded;
  }

  @Override
  public boolean getAsBoolean() {
    long now = loaded.getAsLong();
    boolean grown = now - lastLoaded >= LEAST_CLASSES;
    lastLoaded = now;
    return grown;
  }
}
