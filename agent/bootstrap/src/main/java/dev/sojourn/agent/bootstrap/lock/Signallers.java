package dev.sojourn.agent.bootstrap.lock;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Who signalled a condition last, while runs wait for it. Conditions share a place by chance, as
 * their identity hashes fall; nothing of the host is kept alive. Safe for any thread. {@link #HOST}
 * is the host's.
 */
final class Signallers {
  static final Signallers HOST = new Signallers(4_096);

  /** A thread that signalled, by number and name. */
  record Signaller(long threadId, String threadName) {
    // the name without "get" is newer than JDK 17
    @SuppressWarnings("deprecation")
    static Signaller of(Thread thread) {
      return new Signaller(thread.getId(), thread.getName());
    }
  }

  private final AtomicIntegerArray waits;
  private final AtomicReferenceArray<Signaller> last;

  /**
   * Makes an empty table.
   *
   * @param places a power of two
   */
  Signallers(int places) {
    waits = new AtomicIntegerArray(places);
    last = new AtomicReferenceArray<>(places);
  }

  /** A run begins to wait. */
  void await(Object condition) {
    waits.getAndIncrement(place(condition));
  }

  /** A run's wait is over. */
  void leave(Object condition) {
    waits.getAndDecrement(place(condition));
  }

  /** Whether runs wait, so that it matters who signals. */
  boolean areAwaited(Object condition) {
    return waits.get(place(condition)) > 0;
  }

  /** A thread signals. */
  void signal(Object condition, Thread thread) {
    last.set(place(condition), Signaller.of(thread));
  }

  /** Who signalled last; null for nobody. */
  Signaller last(Object condition) {
    return last.get(place(condition));
  }

  private int place(Object condition) {
    return System.identityHashCode(condition) & (waits.length() - 1);
  }
}
