package dev.sojourn.agent.bootstrap.lock;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A lock that somebody had to wait for. It knows the lock by number and name only, so it keeps
 * nothing of the host alive. Safe for any thread.
 */
final class ContendedLock {
  private static final int RETIRED = Integer.MIN_VALUE / 2;

  private final long id;
  private final LockMode exclusive;
  private final LockMode shared;
  private final LockMode condition;
  private final AtomicInteger waiters = new AtomicInteger();
  private final AtomicReference<OpenHold> openHold = new AtomicReference<>();
  private final MonitorOwner monitorOwner = new MonitorOwner();
  private final boolean monitor;
  private int idleSeconds;
  private volatile boolean contended;
  // written by whoever is inside the monitor
  private long entries;
  private long countedEntries;

  ContendedLock(long id, LockKind kind) {
    this(id, kind, new LockName(), new LockName(), false);
  }

  /** A monitor of a class. */
  static ContendedLock ofMonitor(long id, String monitorClass, String name) {
    LockKind kind = new LockKind(monitorClass, "monitor", "monitor");
    return new ContendedLock(id, kind, LockName.of(name), LockName.of(name), true);
  }

  private ContendedLock(
      long id, LockKind kind, LockName name, LockName conditionName, boolean monitor) {
    this.id = id;
    this.monitor = monitor;
    exclusive = new LockMode(id, kind.lockClass(), kind.exclusiveMode(), name);
    shared = new LockMode(id, kind.lockClass(), kind.sharedMode(), name);
    condition = new LockMode(id, kind.lockClass(), LockMode.CONDITION, conditionName);
  }

  /** Stands for all locks that a full table has no room for. */
  static ContendedLock ofOthers() {
    LockName name = LockName.of("other locks");
    return new ContendedLock(0, LockKind.UNKNOWN, name, name, false);
  }

  long id() {
    return id;
  }

  LockMode exclusive() {
    return exclusive;
  }

  LockMode shared() {
    return shared;
  }

  MonitorOwner monitorOwner() {
    return monitorOwner;
  }

  /** How many threads entered and did not leave. */
  int waiters() {
    return waiters.get();
  }

  LockMode condition() {
    return condition;
  }

  /**
   * Adds a waiter, which keeps the lock in the table until {@link #leave}.
   *
   * @return false if the lock has left the table
   */
  boolean enter() {
    return waiters.getAndIncrement() >= 0;
  }

  /** Takes a waiter away and returns how many are left. */
  int leave() {
    return waiters.decrementAndGet();
  }

  boolean isMonitor() {
    return monitor;
  }

  /** Whether somebody ever waited for it. */
  boolean isContended() {
    return contended;
  }

  /** Counts an entry of the monitor by the thread that is inside. */
  void countEntry() {
    entries++;
  }

  /** How often the monitor was entered since the last call, nearly. One thread calls it. */
  long takeEntries() {
    long before = countedEntries;
    countedEntries = entries;
    return countedEntries - before;
  }

  /**
   * Retires the lock once it was idle for {@code limit} seconds, unless somebody waits. Monitors
   * are in the table whenever they are entered, so one that nobody waited for goes at once.
   */
  void endSecond(boolean busy, int limit) {
    contended |= busy;
    idleSeconds = busy ? 0 : idleSeconds + 1;
    if (idleSeconds >= limit || (monitor && !contended)) {
      waiters.compareAndSet(0, RETIRED);
    }
  }

  /** Whether the lock has left the table, or is about to. */
  boolean isRetired() {
    return waiters.get() < 0;
  }

  /** A waiter, already entered, sees a hold whose begin nobody saw. */
  void holdSeen(long nowNanos) {
    if (waiters.get() == 1) {
      // what is left from before the first waiter came has ended unseen
      openHold.set(OpenHold.seen(nowNanos));
    } else if (openHold.get() == null) {
      openHold.compareAndSet(null, OpenHold.seen(nowNanos));
    }
  }

  /** A waiter got the lock for itself; {@code left} others wait for what it holds now. */
  void holdAcquired(int left, long nowNanos) {
    openHold.set(left > 0 ? OpenHold.acquired(nowNanos) : null);
  }

  /**
   * Ends the hold in {@code mode} by a release that wakes a thread; null if it is unknown, or if
   * nobody waited for it: what is woken then comes back from a condition.
   */
  OpenHold endHold(LockMode mode, long nowNanos) {
    int queued = waiters.get();
    if (queued <= 0) {
      openHold.set(null);
      return null;
    }
    // whoever barges in before the woken waiter holds from now on
    OpenHold ended = openHold.getAndSet(OpenHold.seen(nowNanos));
    if (ended != null) {
      ended.end(mode, queued, nowNanos);
    }
    return ended;
  }
}
