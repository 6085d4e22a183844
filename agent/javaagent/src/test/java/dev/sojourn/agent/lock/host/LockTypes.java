package dev.sojourn.agent.lock.host;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Each type of lock, waited for once in each mode, by a thread named after the wait. */
public final class LockTypes {
  private static final Semaphore PERMITS = new Semaphore(1);

  private final ReentrantReadWriteLock prices = new ReentrantReadWriteLock();
  private final StampedLock ledger = new StampedLock();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Lock[] stripes = {new ReentrantReadWriteLock().writeLock()};

  private LockTypes() {}

  public static void run() throws Exception {
    LockTypes types = new LockTypes();
    types.writeWaitsForReaders();
    types.readWaitsForWriter();
    types.stamped();
    types.permit();
    types.latch();
    types.stripe();
  }

  private void writeWaitsForReaders() throws Exception {
    Thread first = Actors.start("reader", this::readLong);
    Actors.until(() -> prices.getReadLockCount() == 1);
    Thread second = Actors.start("second reader", this::readShortly);
    Actors.until(() -> prices.getReadLockCount() == 2);
    Thread writer = Actors.start("write", () -> Actors.touch(prices.writeLock()));
    Actors.join(first, second, writer);
  }

  private void readLong() throws InterruptedException {
    prices.readLock().lock();
    try {
      Actors.until(() -> prices.getQueueLength() == 1);
      Actors.until(() -> prices.getReadLockCount() == 1);
      Thread.sleep(30);
    } finally {
      prices.readLock().unlock();
    }
  }

  private void readShortly() throws InterruptedException {
    prices.readLock().lock();
    try {
      Actors.until(() -> prices.getQueueLength() == 1);
    } finally {
      prices.readLock().unlock();
    }
  }

  private void readWaitsForWriter() throws Exception {
    Thread reader = Actors.prepare("read", () -> Actors.touch(prices.readLock()));
    prices.writeLock().lock();
    try {
      letWait(reader);
    } finally {
      prices.writeLock().unlock();
    }
    Actors.join(reader);
  }

  private void stamped() throws Exception {
    long stamp = ledger.writeLock();
    Thread reader = Actors.prepare("stamped read", () -> ledger.unlockRead(ledger.readLock()));
    letWait(reader);
    ledger.unlockWrite(stamp);
    Actors.join(reader);
    stamp = ledger.readLock();
    Thread writer = Actors.prepare("stamped write", () -> ledger.unlockWrite(ledger.writeLock()));
    letWait(writer);
    ledger.unlock(stamp);
    Actors.join(writer);
  }

  private void permit() throws Exception {
    PERMITS.acquire();
    Thread waiter = Actors.prepare("permit", PERMITS::acquire);
    letWait(waiter);
    PERMITS.release();
    Actors.join(waiter);
  }

  private void latch() throws Exception {
    Thread waiter = Actors.prepare("latch", ready::await);
    letWait(waiter);
    ready.countDown();
    Actors.join(waiter);
  }

  private void stripe() throws Exception {
    Lock stripe = stripes[0];
    Thread waiter = Actors.prepare("stripe", this::touchStripe);
    stripe.lock();
    try {
      letWait(waiter);
    } finally {
      stripe.unlock();
    }
    Actors.join(waiter);
  }

  private void touchStripe() {
    stripes[0].lock();
    try {
      Thread.onSpinWait();
    } finally {
      stripes[0].unlock();
    }
  }

  /** Longer than what gets no event of its own. */
  private static void letWait(Thread waiter) throws InterruptedException {
    waiter.start();
    Actors.untilParked(waiter);
    Thread.sleep(5);
  }
}
