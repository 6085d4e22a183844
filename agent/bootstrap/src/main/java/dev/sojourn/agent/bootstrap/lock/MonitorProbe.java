package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.Suppressed;
import dev.sojourn.agent.bootstrap.ThreadState;

/**
 * What woven code calls around the monitors of chosen classes. Nothing here throws into the host or
 * waits. The tokens that pass from one probe to the next are null where there is nothing to do.
 */
public final class MonitorProbe {
  private MonitorProbe() {}

  /**
   * The current thread is about to enter a monitor.
   *
   * @param name what the code calls the monitor
   */
  public static Object entering(Object monitor, String name) {
    ThreadState state = monitor == null ? null : Probing.enter();
    if (state == null) {
      return null;
    }
    try {
      ContendedLock lock = LockTable.HOST.enterMonitor(monitor, name);
      return lock == null ? null : Monitor.enter(lock);
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }

  /** The current thread has entered the monitor. */
  public static void entered(Object token) {
    ThreadState state = token == null ? null : Probing.enter();
    if (state == null) {
      return;
    }
    try {
      ((Monitor.Entry) token).end();
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }

  /**
   * The current thread is about to call a method that enters a monitor.
   *
   * @param name what the code calls the monitor
   */
  public static void calling(Object monitor, String name) {
    ThreadState state = monitor == null ? null : Probing.enter();
    if (state == null) {
      return;
    }
    try {
      abandon(state);
      ContendedLock lock = LockTable.HOST.enterMonitor(monitor, name);
      state.entering(lock == null ? null : Monitor.call(lock));
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }

  /** The call that {@link #calling} announced returned. Its callee may have been another method. */
  public static void called() {
    ThreadState state = Probing.enter();
    if (state != null) {
      abandon(state);
      state.exitProbe();
    }
  }

  private static void abandon(ThreadState state) {
    Object announced = state.takeEntering();
    if (announced != null) {
      ((Monitor.Entry) announced).abandon();
    }
  }

  /** The current thread is in a method that has entered a monitor, announced or not. */
  public static void inside(Object monitor, String name) {
    ThreadState state = Probing.enter();
    if (state == null) {
      return;
    }
    try {
      ContendedLock lock = LockTable.HOST.find(monitor);
      Monitor.Entry announced = (Monitor.Entry) state.takeEntering();
      if (announced != null && announced.lock().equals(lock)) {
        announced.end();
      } else {
        enterUnannounced(announced, LockTable.HOST.enterMonitor(monitor, name));
      }
    } catch (Throwable failure) {
      Suppressed.add(failure);
    } finally {
      state.exitProbe();
    }
  }

  private static void enterUnannounced(Monitor.Entry announced, ContendedLock lock) {
    if (announced != null) {
      announced.abandon();
    }
    if (lock != null) {
      Monitor.inside(lock);
    }
  }

  /** The current thread is about to return from a method that has entered a monitor. */
  public static void leaving(Object monitor) {
    LockProbe.released(exiting(monitor, false));
  }

  /** The current thread is about to leave the monitor, for good or to wait for it. */
  public static Object exiting(Object monitor, boolean waits) {
    ThreadState state = monitor == null ? null : Probing.enter();
    if (state == null) {
      return null;
    }
    try {
      ContendedLock lock = LockTable.HOST.find(monitor);
      return lock == null ? null : Monitor.leave(lock, waits);
    } catch (Throwable failure) {
      Suppressed.add(failure);
      return null;
    } finally {
      state.exitProbe();
    }
  }

  /** The current thread has left the monitor. */
  public static void exited(Object token) {
    LockProbe.released(token);
  }

  /** The current thread is about to wait in the monitor. */
  public static void waiting(Object monitor) {
    LockProbe.released(exiting(monitor, true));
  }
}
