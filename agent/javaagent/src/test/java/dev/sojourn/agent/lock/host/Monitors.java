package dev.sojourn.agent.lock.host;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A monitor on a field, one of an object by a method and one of a class, each with a waiter; prints
 * that monitors go on working.
 */
public final class Monitors {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final Object stock = new Object();

  private Monitors() {}

  public static void run() throws Exception {
    Monitors monitors = new Monitors();
    Thread block = Actors.prepare("block", monitors::touchBlock);
    Thread method = Actors.prepare("method", monitors::touch);
    Thread ofClass = Actors.prepare("class", Monitors::touchClass);
    monitors.holdBlock(block);
    monitors.hold(method);
    holdClass(ofClass);
    Actors.join(block, method, ofClass);
    System.out.println("thrown " + Actors.thrownBy(monitors::fail));
    System.out.println(
        "left " + !Thread.holdsLock(monitors) + " " + !Thread.holdsLock(monitors.stock));
    monitors.waitShortly();
    System.out.println("counter " + COUNTER);
  }

  private void holdBlock(Thread waiter) throws InterruptedException {
    synchronized (stock) {
      letWait(waiter);
    }
  }

  private synchronized void hold(Thread waiter) throws InterruptedException {
    synchronized (this) {
      letWait(waiter);
    }
    Thread.sleep(5);
  }

  private static synchronized void holdClass(Thread waiter) throws InterruptedException {
    letWait(waiter);
  }

  private void touchBlock() {
    synchronized (stock) {
      COUNTER.getAndIncrement();
    }
  }

  private synchronized void touch() {
    COUNTER.getAndIncrement();
  }

  private static synchronized void touchClass() {
    COUNTER.getAndIncrement();
  }

  private synchronized int fail() throws Exception {
    synchronized (stock) {
      throw new IllegalStateException("as wanted");
    }
  }

  private void waitShortly() throws InterruptedException {
    long endNanos = System.nanoTime() + 2_000_000;
    synchronized (stock) {
      while (System.nanoTime() < endNanos) {
        stock.wait(2);
      }
    }
  }

  private static void letWait(Thread waiter) throws InterruptedException {
    waiter.start();
    Actors.until(() -> waiter.getState() == Thread.State.BLOCKED);
    Thread.sleep(5);
  }
}
