package dev.sojourn.agent.bootstrap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Some threads' states by the threads' ids, a place for each id's last bits: that is found with
 * half the loads of a thread-local. An id is never given twice in the life of a JVM, so no thread
 * finds another's state, whatever race there is about a place. Holds no thread.
 */
final class RecentThreads {
  private static final int PLACES = 256;
  // The field and not the method, which a subclass of Thread may override on JDK 17.
  private static final VarHandle ID = id();
  private static final ThreadState[] STATES = new ThreadState[PLACES];

  private RecentThreads() {}

  private static VarHandle id() {
    try {
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
          .findVarHandle(Thread.class, "tid", long.class);
    } catch (ReflectiveOperationException closed) {
      return null;
    }
  }

  /** The current thread's id; 0 if it cannot be read: then nothing is remembered. */
  static long currentId() {
    return ID == null ? 0 : (long) ID.get(Thread.currentThread());
  }

  /** The current thread's state; null if it is not here. */
  static ThreadState find() {
    if (ID == null) {
      return null;
    }
    long id = (long) ID.get(Thread.currentThread());
    ThreadState state = STATES[place(id)];
    return state != null && state.threadId() == id ? state : null;
  }

  static void put(ThreadState state) {
    int place = place(state.threadId());
    if (ID != null && STATES[place] != state) {
      STATES[place] = state;
    }
  }

  static void remove(ThreadState state) {
    int place = place(state.threadId());
    if (STATES[place] == state) {
      STATES[place] = null;
    }
  }

  static void clear() {
    Arrays.fill(STATES, null);
  }

  private static int place(long id) {
    return (int) id & PLACES - 1;
  }
}
