package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.event.LockAcquireEvent;

/** The thread inside a monitor, by number and name. Only that thread writes. */
final class MonitorOwner {
  private volatile long threadId;
  private volatile String threadName;
  private int nested;

  boolean isCurrentThread() {
    return threadId == id(Thread.currentThread());
  }

  void setCurrentThread() {
    Thread thread = Thread.currentThread();
    nested = 0;
    threadName = thread.getName();
    threadId = id(thread);
  }

  void clear() {
    threadId = 0;
  }

  /** The owner enters once more. */
  void nest() {
    nested++;
  }

  /** The owner leaves; false if for the last time. */
  boolean unnest() {
    return nested-- > 0;
  }

  void describe(LockAcquireEvent event) {
    event.ownerId = threadId;
    event.owner = event.ownerId == 0 ? null : threadName;
  }

  // the name without "get" is newer than JDK 17
  @SuppressWarnings("deprecation")
  private static long id(Thread thread) {
    return thread.getId();
  }
}
