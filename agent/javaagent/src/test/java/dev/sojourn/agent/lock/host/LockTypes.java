package dev.sojourn.agent.lock.host;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Each type of lock, waited for once in each mode, by a thread named after the wait. */
public final class LockTypes {
  private static final Semaphore PERMITS = new Semaphore(1);

  private final ReentrantReadWriteLock prices = new ReentrantReadWriteLock();
  private final StampedLock ledger = new StampedLock();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final BlockingQueue<String> orders = new ArrayBlockingQueue<>(2);
  private final Lock[] stripes = {new ReentrantLock()};

  private LockTypes() {}

  public static void run() throws Exception {
    LockTypes types = new LockTypes();
    types.writeWaitsForReaders();
    types.readWaitsForWriter();
    types.stampedRead();
    types.stampedWrite();
    types.permit();
    types.latch();
    types.stripe();
    types.queue();
  }

  private void writeWaitsForReaders() throws Exception {
    Thread first = Actors.start("reader", this::readLong);
    Actors.until(() -> prices.getReadLockCount() == 1);
    Thread second = Actors.start("second reader", this::readShortly);
    Actors.until(() -> prices.getReadLockCount() == 2);
    Thread writer = Actors.start("write", this::write);
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

  private void write() {
    prices.writeLock().lock();
    try {
      Thread.onSpinWait();
    } finally {
      prices.writeLock().unlock();
    }
  }

  private void read() {
    prices.readLock().lock();
    try {
      Thread.onSpinWait();
    } finally {
      prices.readLock().unlock();
    }
  }

  private void readWaitsForWriter() throws Exception {
    Thread reader = Actors.prepare("read", this::read);
    prices.writeLock().lock();
    try {
      letWait(reader);
    } finally {
      prices.writeLock().unlock();
    }
    Actors.join(reader);
  }

  private void stampedRead() throws Exception {
    Thread reader = Actors.prepare("stamped read", () -> ledger.unlockRead(ledger.readLock()));
    long stamp = ledger.writeLock();
    letWait(reader);
    ledger.unlockWrite(stamp);
    Actors.join(reader);
  }

  private void stampedWrite() throws Exception {
    Thread writer = Actors.prepare("stamped write", () -> ledger.unlockWrite(ledger.writeLock()));
    long stamp = ledger.readLock();
    letWait(writer);
    ledger.unlock(stamp);
    Actors.join(writer);
  }

  private void permit() throws Exception {
    Thread waiter = Actors.prepare("permit", () -> PERMITS.acquire());
    PERMITS.acquire();
    letWait(waiter);
    PERMITS.release();
    Actors.join(waiter);
  }

  private void latch() throws Exception {
    Thread waiter = Actors.prepare("latch", () -> ready.await());
    letWait(waiter);
    ready.countDown();
    Actors.join(waiter);
  }

  private void stripe() throws Exception {
    Thread waiter = Actors.prepare("stripe", this::touchStripe);
    Lock stripe = stripes[0];
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

  private void queue() throws Exception {
    orders.add("order");
    Thread waiter = Actors.prepare("queue", () -> orders.put("another"));
    orders.removeIf(
        order -> {
          letWaitUnchecked(waiter);
          return false;
        });
    Actors.join(waiter);
  }

  private static void letWaitUnchecked(Thread waiter) {
    try {
      letWait(waiter);
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  /** Longer than what gets no event of its own. */
  private static void letWait(Thread waiter) throws InterruptedException {
    waiter.start();
    Actors.untilParked(waiter);
    Thread.sleep(5);
  }
}
