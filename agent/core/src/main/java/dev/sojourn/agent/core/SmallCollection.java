package dev.sojourn.agent.core;

import dev.sojourn.agent.bootstrap.event.CollectionEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Has a whole heap collected, if that is a matter of milliseconds: only where it is small, and
 * never again once it took long. For one thread.
 */
final class SmallCollection implements Runnable {
  private static final long MOST_BYTES = 128L << 20;
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final Runnable collection;
  private final long mostBytes;
  private boolean tooSlow;

  SmallCollection() {
    this(System::gc, MOST_BYTES);
  }

  /**
   * Makes one.
   *
   * @param collection what collects
   * @param mostBytes nothing is done where more of the heap is in use
   */
  SmallCollection(Runnable collection, long mostBytes) {
    this.collection = collection;
    this.mostBytes = mostBytes;
  }

  @Override
  public void run() {
    long usedBytes = usedBytes();
    if (tooSlow || usedBytes > mostBytes) {
      return;
    }
    CollectionEvent event = new CollectionEvent();
    event.usedBefore = usedBytes;
    event.begin();
    long beginNanos = System.nanoTime();
    collection.run();
    tooSlow = System.nanoTime() - beginNanos > MOST_NANOS;
    event.usedAfter = usedBytes();
    event.commit();
  }

  private long usedBytes() {
    return memory.getHeapMemoryUsage().getUsed();
  }
}
