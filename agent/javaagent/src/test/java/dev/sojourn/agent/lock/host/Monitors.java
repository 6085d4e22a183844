package dev.sojourn.agent.lock.host;

/**
 * A monitor on a field, one of an object by a method and one of a class, each with a waiter; prints
 * that monitors go on working.
 */
public final class Monitors {
  private static int counter;

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
    System.out.println("counter " + counter);
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
      counter++;
    }
  }

  private synchronized void touch() {
    counter++;
  }

  private static synchronized void touchClass() {
    counter++;
  }

  private synchronized int fail() throws Exception {
    synchronized (stock) {
      throw new IllegalStateException("as wanted");
    }
  }

  private void waitShortly() throws InterruptedException {
    synchronized (stock) {
      stock.wait(2);
    }
  }

  private static void letWait(Thread waiter) throws InterruptedException {
    waiter.start();
    Actors.until(() -> waiter.getState() == Thread.State.BLOCKED);
    Thread.sleep(5);
  }
}
