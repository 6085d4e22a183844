package dev.sojourn.agent.lock.host;

import static dev.sojourn.agent.lock.host.Actors.locked;
import static dev.sojourn.agent.lock.host.Actors.prepare;
import static dev.sojourn.agent.lock.host.Actors.thrownBy;
import static dev.sojourn.agent.lock.host.Actors.touch;
import static dev.sojourn.agent.lock.host.Actors.untilParked;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Prints what the other synchronizers tell of themselves where their contracts settle it. */
public final class MoreSemantics {
  private MoreSemantics() {}

  public static void run() throws Exception {
    semaphore();
    readersAndWriters();
    stamps();
    stampsThatWait();
    latches();
  }

  private static void semaphore() throws Exception {
    Semaphore semaphore = new Semaphore(0, true);
    StringBuilder order = new StringBuilder();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      int number = i;
      threads[i] =
          Actors.start(
              "fair",
              () -> {
                semaphore.acquire();
                order.append(number);
                semaphore.release();
              });
      Actors.until(() -> semaphore.getQueueLength() == number + 1);
    }
    Thread hasty = Actors.start("hasty", () -> say("hasty " + thrownBy(semaphore::acquire)));
    Actors.until(() -> semaphore.getQueueLength() == threads.length + 1);
    hasty.interrupt();
    Actors.join(hasty);
    say("in time " + semaphore.tryAcquire(2, TimeUnit.MILLISECONDS));
    say("queued " + semaphore.hasQueuedThreads() + " " + semaphore.getQueueLength());
    semaphore.release();
    Actors.join(threads);
    say("order " + order + " left " + semaphore.drainPermits());
  }

  private static void readersAndWriters() throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    Thread writer = prepare("writer", () -> touch(lock.writeLock()));
    Thread reader = prepare("reader", () -> touch(lock.readLock()));
    locked(
        lock.readLock(),
        () -> {
          writer.start();
          Actors.until(() -> lock.hasQueuedThread(writer));
          reader.start();
          Actors.until(() -> lock.hasQueuedThread(reader));
          say("queued " + lock.getQueueLength() + " readers " + lock.getReadLockCount());
          say("upgrade " + lock.writeLock().tryLock());
          say("in time " + lock.writeLock().tryLock(2, TimeUnit.MILLISECONDS));
          Thread hasty =
              Actors.start(
                  "hasty", () -> say("hasty " + thrownBy(lock.writeLock()::lockInterruptibly)));
          Actors.until(() -> lock.hasQueuedThread(hasty));
          hasty.interrupt();
          Actors.join(hasty);
        });
    Actors.join(writer, reader);
    say("foreign " + thrownBy(lock.writeLock()::unlock) + " " + thrownBy(lock.readLock()::unlock));
    say("after " + lock.hasQueuedThreads() + " " + lock.isWriteLocked());
  }

  private static void stamps() throws Exception {
    StampedLock lock = new StampedLock();
    long read = lock.readLock();
    long both = lock.readLock();
    say("readers " + lock.getReadLockCount() + " " + lock.tryWriteLock());
    lock.unlockRead(both);
    long write = lock.tryConvertToWriteLock(read);
    say("converted " + lock.isWriteLocked() + " " + lock.validate(write));
    say("stale " + thrownBy(() -> lock.unlockRead(read)) + " " + lock.tryUnlockRead());
    long again = lock.tryConvertToReadLock(write);
    long optimistic = lock.tryConvertToOptimisticRead(again);
    say("optimistic " + lock.validate(optimistic) + " " + lock.isReadLocked());
    locked(lock.asWriteLock(), () -> say("valid " + lock.validate(optimistic)));
    locked(lock.asReadLock(), () -> say("as lock " + lock.getReadLockCount()));
    say("foreign " + thrownBy(() -> lock.unlockWrite(optimistic)));
  }

  private static void stampsThatWait() throws Exception {
    StampedLock lock = new StampedLock();
    long write = lock.writeLock();
    Thread reader = Actors.start("reader", () -> touch(lock.asReadLock()));
    untilParked(reader);
    Thread writer = Actors.start("writer", () -> touch(lock.asWriteLock()));
    untilParked(writer);
    Thread hasty =
        Actors.start("hasty", () -> say("hasty " + thrownBy(lock::readLockInterruptibly)));
    untilParked(hasty);
    hasty.interrupt();
    Actors.join(hasty);
    say("in time " + lock.tryReadLock(2, TimeUnit.MILLISECONDS));
    say("in time " + lock.tryWriteLock(2, TimeUnit.MILLISECONDS));
    lock.unlockWrite(write);
    Actors.join(reader, writer);
    say("after " + lock.isWriteLocked() + " " + lock.getReadLockCount());
  }

  private static void latches() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    say("in time " + latch.await(2, TimeUnit.MILLISECONDS));
    Thread hasty = Actors.start("hasty", () -> say("hasty " + thrownBy(latch::await)));
    untilParked(hasty);
    hasty.interrupt();
    Actors.join(hasty);
    CyclicBarrier barrier = new CyclicBarrier(3);
    Thread first = Actors.start("first", () -> say("first " + thrownBy(barrier::await)));
    Actors.until(() -> barrier.getNumberWaiting() == 1);
    String second = thrownBy(() -> barrier.await(0, TimeUnit.NANOSECONDS));
    Actors.join(first);
    say("second " + second);
    say("broken " + barrier.isBroken());
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
