package dev.sojourn.agent.lock.host;

import java.util.concurrent.locks.ReentrantLock;

/** A holds the lock for long, B, who queued for it, shortly; the victim waits for both. */
public final class Holders {
  private final ReentrantLock stock = new ReentrantLock();

  private Holders() {}

  public static void run() throws Exception {
    Holders holders = new Holders();
    Thread a = Actors.start("A", holders::holdLong);
    Actors.until(holders.stock::isLocked);
    Thread b = Actors.start("B", holders::holdShortly);
    Actors.until(() -> holders.stock.getQueueLength() == 1);
    Thread victim = Actors.start("victim", holders::touch);
    Actors.join(a, b, victim);
  }

  private void holdLong() throws Exception {
    stock.lock();
    try {
      Actors.until(() -> stock.getQueueLength() == 2);
      Thread.sleep(200);
    } finally {
      stock.unlock();
    }
  }

  private void holdShortly() throws Exception {
    stock.lock();
    try {
      Thread.sleep(20);
    } finally {
      stock.unlock();
    }
  }

  private void touch() {
    stock.lock();
    try {
      Thread.onSpinWait();
    } finally {
      stock.unlock();
    }
  }
}
