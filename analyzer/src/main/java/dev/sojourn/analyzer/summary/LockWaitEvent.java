package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ThreadId;

/**
 * One blocked acquire, whichever event told of it.
 *
 * @param key which lock
 * @param identity tells locks of one key apart
 * @param job the waiter's job where the event itself tells it; else null
 * @param representedNanos blocked time that it stands for: its own, and that of waits without
 *     events
 */
record LockWaitEvent(
    LockKey key,
    LockIdentity identity,
    String mode,
    String outcome,
    ThreadId thread,
    long startEpochNanos,
    long endEpochNanos,
    Site site,
    String job,
    Owner owner,
    long representedNanos) {

  /** How a lock is told from others: by the agent, or by its address between two collections. */
  record LockIdentity(String className, long number) {}

  /**
   * What the event tells of who held the lock.
   *
   * @param javaId of the thread; 0 where it is not known
   * @param lastReleaser true: it released last before the wait ended; false: it held the lock when
   *     the wait began
   */
  record Owner(long javaId, String name, boolean lastReleaser) {
    static final Owner UNKNOWN = new Owner(0, "", false);

    static Owner lastReleaser(ThreadId thread) {
      boolean known = thread != null && thread.javaId() > 0;
      return known ? new Owner(thread.javaId(), thread.name(), true) : UNKNOWN;
    }

    static Owner atBegin(long javaId, String name) {
      return of(javaId, name, false);
    }

    static Owner of(long javaId, String name, boolean lastReleaser) {
      return javaId > 0 ? new Owner(javaId, name == null ? "" : name, lastReleaser) : UNKNOWN;
    }

    boolean known() {
      return javaId > 0;
    }
  }

  Component component() {
    return switch (key.family()) {
      case LOCK, MONITOR, SEMAPHORE -> Component.BLOCKED;
      case CONDITION, WAIT_SET -> Component.WAITED;
      case LATCH -> Component.PARKED;
    };
  }

  /** Whether there may be somebody who answers for it. */
  boolean hasHolder() {
    return key.family().blocks() || isNotified();
  }

  /** Whether it ends because another thread says so. */
  boolean isNotified() {
    return component() == Component.WAITED;
  }

  /** Whether the wait ended without the lock. */
  boolean gaveUp() {
    return "timed out".equals(outcome) || "interrupted".equals(outcome);
  }

  long nanos() {
    return endEpochNanos - startEpochNanos;
  }
}
