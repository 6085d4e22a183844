package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.event.CollectionEvent;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Has a whole heap collected, if that is a matter of milliseconds: only where it is small, and
 * never again once it took long. One of a moment ago will do. For one thread.
 */
final class SmallCollection implements Runnable {
  private static final long MOST_BYTES = 128L << 20;

  /** One of 20 ms takes 100 to 200 where other processes have the processors. */
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private static final long JUST_NOW_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Runnable collection;
  private final LongSupplier nanoTime;
  private final long mostBytes;
  private boolean tooSlow;
  private long lastNanos;

  SmallCollection() {
    this(System::gc, System::nanoTime, MOST_BYTES);
  }

  /**
   * Makes one.
   *
   * @param collection what collects
   * @param nanoTime the time
   * @param mostBytes nothing is done where more of the heap is in use
   */
  SmallCollection(Runnable collection, LongSupplier nanoTime, long mostBytes) {
    this.collection = collection;
    this.nanoTime = nanoTime;
    this.mostBytes = mostBytes;
    this.lastNanos = nanoTime.getAsLong() - JUST_NOW_NANOS;
  }

  @Override
  public void run() {
    long usedBytes = usedBytes();
    boolean justNow = nanoTime.getAsLong() - lastNanos < JUST_NOW_NANOS;
    if (tooSlow || justNow || usedBytes > mostBytes) {
      return;
    }
    CollectionEvent event = new CollectionEvent();
    event.usedBefore = usedBytes;
    event.begin();
    long beginNanos = nanoTime.getAsLong();
    collection.run();
    lastNanos = nanoTime.getAsLong();
    tooSlow = lastNanos - beginNanos > MOST_NANOS;
    event.usedAfter = usedBytes();
    event.commit();
  }

  /** Asked for when it is needed: the beans are slow to load, which a short program is spared. */
  private static long usedBytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
