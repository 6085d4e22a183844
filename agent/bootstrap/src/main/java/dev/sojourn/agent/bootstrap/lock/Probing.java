package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.ThreadState;

/** Tells where a lock may be observed. */
final class Probing {
  private static final Class<?> CARRIER = carrierThread();

  private Probing() {}

  /**
   * Enters a probe.
   *
   * @return null where there must be none: inside another, or while a virtual thread is being
   *     switched and its carrier stands in for it
   */
  static ThreadState enter() {
    if (Thread.currentThread().getClass() == CARRIER) {
      return null;
    }
    ThreadState state = ThreadState.current();
    return state.enterProbe() ? state : null;
  }

  private static Class<?> carrierThread() {
    try {
      return Class.forName("jdk.internal.misc.CarrierThread", false, null);
    } catch (ClassNotFoundException beforeVirtualThreads) {
      return null;
    }
  }
}
