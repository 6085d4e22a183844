package dev.sojourn.agent.lock.host;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/** Threads by name, and waiting for what they do. */
final class Actors {
  private static final AtomicReference<Throwable> FAILURE = new AtomicReference<>();

  private Actors() {}

  /** An action that may fail. */
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }

  /** A thread that is yet to be started. */
  static Thread prepare(String name, Action action) {
    return new Thread(() -> perform(action), name);
  }

  static Thread start(String name, Action action) {
    Thread thread = prepare(name, action);
    thread.start();
    return thread;
  }

  /** A started virtual thread; the JDK must know them. */
  static Thread startVirtual(Action action) throws ReflectiveOperationException {
    Runnable runnable = () -> perform(action);
    return (Thread)
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, runnable);
  }

  /** Acts while the current thread holds the lock. */
  static void locked(Lock lock, Action action) throws Exception {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** Holds the lock for a moment. */
  static void touch(Lock lock) throws Exception {
    locked(lock, Thread::onSpinWait);
  }

  static void join(Thread... threads) throws Exception {
    for (Thread thread : threads) {
      thread.join();
    }
    if (FAILURE.get() != null) {
      throw new IllegalStateException(FAILURE.get());
    }
  }

  static void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(1);
    }
  }

  static void untilParked(Thread thread) throws InterruptedException {
    until(
        () ->
            thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING);
  }

  /** The name of what the action throws; "nothing" if it does not. */
  static String thrownBy(Action action) {
    try {
      action.run();
      return "nothing";
    } catch (Throwable thrown) {
      return thrown.getClass().getSimpleName();
    }
  }

  private static void perform(Action action) {
    try {
      action.run();
    } catch (Throwable failure) {
      FAILURE.compareAndSet(null, failure);
    }
  }
}
