package dev.sojourn.agent.lock.host;

import static dev.sojourn.agent.lock.host.Actors.locked;
import static dev.sojourn.agent.lock.host.Actors.thrownBy;
import static dev.sojourn.agent.lock.host.Actors.touch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Prints what a lock tells of itself in situations that its contract settles. */
public final class Semantics {
  private final ReentrantLock lock;

  private Semantics(boolean fair) {
    lock = new ReentrantLock(fair);
  }

  public static void run() throws Exception {
    new Semantics(true).fairOrder();
    new Semantics(false).cancellation();
    new Semantics(false).nestedHolds();
    new Semantics(false).foreignUnlock();
    new Semantics(false).conditions();
  }

  private void fairOrder() throws Exception {
    StringBuilder order = new StringBuilder();
    Thread[] threads = new Thread[5];
    locked(
        lock,
        () -> {
          for (int i = 0; i < threads.length; i++) {
            int number = i;
            threads[i] = Actors.start("fair", () -> locked(lock, () -> order.append(number)));
            Actors.until(() -> lock.getQueueLength() == number + 1);
          }
        });
    Actors.join(threads);
    say("fair order " + order);
  }

  private void cancellation() throws Exception {
    Thread patient = Actors.prepare("patient", () -> touch(lock));
    Thread hasty = Actors.prepare("hasty", () -> say("hasty " + thrownBy(lock::lockInterruptibly)));
    locked(
        lock,
        () -> {
          startAndQueue(patient);
          startAndQueue(hasty);
          say("queued " + lock.getQueueLength() + " " + lock.hasQueuedThreads());
          hasty.interrupt();
          Actors.join(hasty);
          say("left " + lock.getQueueLength() + " " + lock.hasQueuedThread(hasty));
          Actors.join(
              Actors.start(
                  "timed", () -> say("in time " + lock.tryLock(2, TimeUnit.MILLISECONDS))));
          say("left " + lock.getQueueLength() + " held " + lock.getHoldCount());
        });
    Actors.join(patient);
    say("after " + lock.getQueueLength() + " " + lock.isLocked());
  }

  private void nestedHolds() throws Exception {
    Thread queued = Actors.prepare("queued", () -> touch(lock));
    locked(
        lock,
        () -> {
          locked(lock, () -> startAndQueue(queued));
          say("inner release: held " + lock.getHoldCount() + " queued " + lock.getQueueLength());
        });
    Actors.join(queued);
  }

  private void foreignUnlock() throws Exception {
    Thread queued = Actors.prepare("queued", () -> touch(lock));
    locked(
        lock,
        () -> {
          startAndQueue(queued);
          Actors.join(Actors.start("foreign", () -> say("foreign " + thrownBy(lock::unlock))));
          say("still held " + lock.isHeldByCurrentThread() + " " + lock.getQueueLength());
        });
    Actors.join(queued);
  }

  private void conditions() throws Exception {
    Condition condition = lock.newCondition();
    Thread interrupted =
        Actors.start(
            "interrupted", () -> locked(lock, () -> say("await " + thrownBy(condition::await))));
    untilWaits(condition);
    interrupted.interrupt();
    Actors.join(interrupted);
    Thread signalled =
        Actors.start("signalled", () -> locked(lock, condition::awaitUninterruptibly));
    untilWaits(condition);
    locked(lock, condition::signal);
    Actors.join(signalled);
    locked(lock, () -> say("elapsed " + elapsed(condition)));
    say("await unlocked " + thrownBy(condition::await));
  }

  private static boolean elapsed(Condition condition) throws InterruptedException {
    long leftNanos = TimeUnit.MILLISECONDS.toNanos(2);
    while (leftNanos > 0) {
      leftNanos = condition.awaitNanos(leftNanos);
    }
    boolean inTime = true;
    while (inTime) {
      inTime = condition.await(1, TimeUnit.MILLISECONDS);
    }
    return true;
  }

  private void untilWaits(Condition condition) throws Exception {
    boolean[] waits = {false};
    while (!waits[0]) {
      locked(lock, () -> waits[0] = lock.hasWaiters(condition));
    }
  }

  private void startAndQueue(Thread thread) throws InterruptedException {
    thread.start();
    Actors.until(() -> lock.hasQueuedThread(thread));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
