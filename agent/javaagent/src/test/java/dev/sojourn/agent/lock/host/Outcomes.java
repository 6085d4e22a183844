package dev.sojourn.agent.lock.host;

import static dev.sojourn.agent.lock.host.Actors.thrownBy;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Acquires that do not come about. Prints what each caller was told. */
public final class Outcomes {
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final StampedLock STAMPED = new StampedLock();
  private static final Semaphore PERMITS = new Semaphore(0);

  // Long enough that no thread is kept from its processor for all of it before it begins to wait.
  private static final long TIMEOUT_MILLIS = 100;

  private Outcomes() {}

  public static void run() throws Exception {
    long stamp = STAMPED.writeLock();
    Actors.locked(LOCK, Outcomes::fail);
    STAMPED.unlockWrite(stamp);
  }

  private static void fail() throws Exception {
    Actors.join(
        Actors.start(
            "lock timeout", () -> say(LOCK.tryLock(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))),
        Actors.start(
            "stamp timeout", () -> say(STAMPED.tryReadLock(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))),
        Actors.start(
            "permit timeout",
            () -> say(PERMITS.tryAcquire(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))));
    interrupt(Actors.start("lock interrupt", () -> say(thrownBy(LOCK::lockInterruptibly))));
    interrupt(
        Actors.start("stamp interrupt", () -> say(thrownBy(STAMPED::writeLockInterruptibly))));
    interrupt(Actors.start("permit interrupt", () -> say(thrownBy(PERMITS::acquire))));
  }

  private static void interrupt(Thread thread) throws Exception {
    Actors.untilParked(thread);
    Thread.sleep(5);
    thread.interrupt();
    Actors.join(thread);
  }

  private static void say(Object told) {
    System.out.println(Thread.currentThread().getName() + ": " + told);
  }
}
