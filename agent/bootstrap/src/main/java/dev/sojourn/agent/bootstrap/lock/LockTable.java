package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.OutOfLine;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * The locks that were contended lately, by identity. Bounded: what finds no room is counted as one
 * lock. Chains are immutable and swapped whole, so a probe never waits for another. Safe for any
 * thread; {@link #removeRetired} is one thread's. {@link #HOST} is the host's.
 */
final class LockTable {
  static final LockTable HOST = new LockTable(4_096);

  private final int capacity;
  private final AtomicReferenceArray<Chain> chains;
  private final MarkedPlaces occupied;
  private final AtomicInteger size = new AtomicInteger();
  private final ContendedLock others = ContendedLock.ofOthers();

  /**
   * Makes an empty table.
   *
   * @param capacity the number of locks that it takes, a power of two
   */
  LockTable(int capacity) {
    this.capacity = capacity;
    chains = new AtomicReferenceArray<>(capacity);
    occupied = new MarkedPlaces(capacity);
  }

  int size() {
    return size.get();
  }

  boolean isHalfFull() {
    return size.get() > capacity / 2;
  }

  /** Stands for all locks that found no room. */
  ContendedLock others() {
    return others;
  }

  /** The lock of a synchronizer, with the current thread added to its waiters. */
  ContendedLock enter(Object synchronizer) {
    String synchronizerClass = synchronizer.getClass().getName();
    long id = id(synchronizer, synchronizerClass);
    ContendedLock lock = find(id);
    while (lock == null || !lock.enter()) {
      lock = add(id, new ContendedLock(id, LockKind.of(synchronizerClass)));
    }
    return lock;
  }

  /**
   * As {@link #enter}, for a monitor; {@code name} is given to one that is new.
   *
   * @return null if it found no room: its threads could not be told from others'
   */
  ContendedLock enterMonitor(Object monitor, String name) {
    String monitorClass = monitor.getClass().getName();
    long id = id(monitor, monitorClass);
    ContendedLock lock = find(id);
    while (lock == null || !lock.enter()) {
      // monitors come in whether they are contended or not: half of the room is left to the others
      if (isHalfFull()) {
        return null;
      }
      lock = add(id, ContendedLock.ofMonitor(id, monitorClass, name));
      if (lock.equals(others)) {
        return null;
      }
    }
    return lock;
  }

  /** The lock of a synchronizer; null if it is not in the table. */
  ContendedLock find(Object synchronizer) {
    return find(id(synchronizer, synchronizer.getClass().getName()));
  }

  void forEach(Consumer<ContendedLock> action) {
    for (int i = occupied.next(0); i >= 0; i = occupied.next(i + 1)) {
      for (Chain chain = chains.get(i); chain != null; chain = chain.next()) {
        action.accept(chain.lock());
      }
    }
  }

  /** Forgets all locks; who waits meanwhile is counted no more. */
  void clear() {
    for (int i = 0; i < capacity; i++) {
      chains.set(i, null);
    }
    size.set(0);
  }

  /** Drops the locks that were retired. */
  void removeRetired() {
    for (int i = occupied.next(0); i >= 0; i = occupied.next(i + 1)) {
      Chain before = chains.get(i);
      while (before != null && before.hasRetired()) {
        Chain after = before.withoutRetired();
        if (chains.compareAndSet(i, before, after)) {
          size.getAndAdd(Chain.length(after) - Chain.length(before));
        }
        before = chains.get(i);
      }
      if (before == null) {
        leave(i);
      }
    }
  }

  /** A lock that comes meanwhile is marked by whoever brings it, or here. */
  private void leave(int place) {
    occupied.unmark(place);
    if (chains.get(place) != null) {
      occupied.mark(place);
    }
  }

  @OutOfLine
  private ContendedLock find(long id) {
    for (Chain chain = chains.get(index(id)); chain != null; chain = chain.next()) {
      if (chain.lock().id() == id) {
        return chain.lock();
      }
    }
    return null;
  }

  private ContendedLock add(long id, ContendedLock lock) {
    if (size.get() >= capacity) {
      return others;
    }
    while (true) {
      Chain head = chains.get(index(id));
      ContendedLock present = find(id);
      if (present != null && !present.isRetired()) {
        return present;
      }
      if (chains.compareAndSet(index(id), head, new Chain(lock, head))) {
        occupied.mark(index(id));
        size.getAndIncrement();
        return lock;
      }
    }
  }

  private int index(long id) {
    return (int) (id & (capacity - 1));
  }

  /** An identity hash survives the collector and keeps nothing alive. */
  private static long id(Object synchronizer, String synchronizerClass) {
    long classHash = synchronizerClass.hashCode() & Integer.MAX_VALUE;
    return classHash << 32 | System.identityHashCode(synchronizer);
  }

  private record Chain(ContendedLock lock, Chain next) {
    static int length(Chain chain) {
      return chain == null ? 0 : 1 + length(chain.next);
    }

    boolean hasRetired() {
      return lock.isRetired() || (next != null && next.hasRetired());
    }

    Chain withoutRetired() {
      Chain rest = next == null ? null : next.withoutRetired();
      return lock.isRetired() ? rest : new Chain(lock, rest);
    }
  }
}
