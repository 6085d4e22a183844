package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.event.JfrInternals;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.function.LongSupplier;

/**
 * Brings the next collection of the young generation forward, by filling what is left of it little
 * by little. That frees the direct buffers which nobody uses, and shows that the others are used. A
 * request for a collection would stop the program for one of the whole heap. Where much is left, or
 * the collector knows no such generation, nothing is done.
 */
final class YoungCollection implements Runnable {
  private static final long MOST_BYTES = 512 << 20;
  private static final int STEP_BYTES = 1 << 20;
  // well below what G1 takes for large in its smallest regions
  private static final int ARRAY_BYTES = 64 << 10;
  private static final long REST_MILLIS = 2;
  private static final double ROUGHLY = 1.25;
  private static volatile Object last;

  private final LongSupplier roomBytes;
  private final LongSupplier collections;
  private final Runnable step;

  YoungCollection() {
    this(YoungCollection::edenRoomBytes, DirectMemoryGrowth::collections, YoungCollection::fill);
  }

  /**
   * A collection that is brought about.
   *
   * @param roomBytes what is left of the young generation; negative where there is none
   * @param collections how many there were
   * @param step fills a part of it
   */
  YoungCollection(LongSupplier roomBytes, LongSupplier collections, Runnable step) {
    this.roomBytes = roomBytes;
    this.collections = collections;
    this.step = step;
  }

  /** Takes a thread of its own, which JFR leaves out: a sample of its garbage would be one less. */
  @Override
  public void run() {
    long room = roomBytes.getAsLong();
    if (room < 0 || room > MOST_BYTES) {
      return;
    }
    Thread thread = new Thread(() -> collect(room), "sojourn-collection");
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  private void collect(long room) {
    JfrInternals.excludeCurrentThread();
    long before = collections.getAsLong();
    long steps = (long) (ROUGHLY * room / STEP_BYTES) + 1;
    try {
      while (steps-- > 0 && collections.getAsLong() == before) {
        step.run();
        Thread.sleep(REST_MILLIS);
      }
    } catch (InterruptedException told) {
      return;
    }
  }

  private static void fill() {
    for (int bytes = 0; bytes < STEP_BYTES; bytes += ARRAY_BYTES) {
      last = new byte[ARRAY_BYTES];
    }
    last = null;
  }

  private static long edenRoomBytes() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().endsWith("Eden Space")) {
        MemoryUsage eden = pool.getUsage();
        return Math.max(0, eden.getCommitted() - eden.getUsed());
      }
    }
    return -1;
  }
}
