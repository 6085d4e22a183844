package dev.sojourn.agent.lock.host;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Threads that wait in each method of the JDK that was woven, while the collector looks at their
 * frames: it reads the bytecode of those that are interpreted, as all are at first.
 */
public final class Interpreted {
  private static final long LONG_SECONDS = 600;

  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  private Interpreted() {}

  public static void run() throws Exception {
    new Interpreted().waitAndCollect();
  }

  private void waitAndCollect() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    Semaphore none = new Semaphore(0);
    ReentrantReadWriteLock prices = new ReentrantReadWriteLock();
    StampedLock ledger = new StampedLock();
    ExecutorService pool = Executors.newFixedThreadPool(1);
    startWaitersFor(changed, lock);
    untilAllWait();
    lock.lock();
    prices.writeLock().lock();
    long stamp = ledger.writeLock();
    start("lock", lock::lock);
    start("interruptibly", lock::lockInterruptibly);
    start("for a time", () -> lock.tryLock(LONG_SECONDS, TimeUnit.SECONDS));
    start("permit", none::acquire);
    start("latch", over::await);
    start("read", prices.readLock()::lock);
    start("write", prices.writeLock()::lock);
    start("stamped read", ledger::readLock);
    start("stamped write", ledger::writeLock);
    start("pool", pool.submit(() -> over.await(LONG_SECONDS, TimeUnit.SECONDS))::get);
    start("future", CompletableFuture.runAsync(this::awaitEnd)::get);
    untilAllWait();
    System.gc();
    System.out.println("collected while " + threads.size() + " waited");
    ledger.unlock(stamp);
    over.countDown();
    pool.shutdown();
  }

  private void startWaitersFor(Condition changed, ReentrantLock lock) {
    start("await", () -> Actors.locked(lock, changed::await));
    start("uninterruptibly", () -> Actors.locked(lock, changed::awaitUninterruptibly));
    start("nanos", () -> Actors.locked(lock, () -> changed.awaitNanos(Long.MAX_VALUE)));
    start("time", () -> Actors.locked(lock, () -> changed.await(LONG_SECONDS, TimeUnit.SECONDS)));
    start("date", () -> Actors.locked(lock, () -> changed.awaitUntil(new Date(Long.MAX_VALUE))));
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private void start(String name, Actors.Action action) {
    Thread thread = Actors.prepare(name, action);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private void untilAllWait() throws InterruptedException {
    for (Thread thread : threads) {
      Actors.untilParked(thread);
    }
  }
}
