package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.Seconds;
import java.util.concurrent.locks.ReentrantLock;

/** Makes the probes on locks ready before they are woven in. */
public final class LockObservation {
  private LockObservation() {}

  /** Initialises what the probes need, and has locks named and summarised each second, anew. */
  public static void start(LockNaming naming) {
    rehearse();
    LockTable.HOST.clear();
    Seconds.register(new LockSummaries(LockTable.HOST, naming));
  }

  /** No class may be initialised on the host's threads inside a lock. */
  private static void rehearse() {
    LockTable table = new LockTable(1);
    ReentrantLock lock = new ReentrantLock();
    BlockedAcquire acquire = new BlockedAcquire(table.enter(lock), false, Thread.currentThread());
    acquire.abandon();
    LockOutcome.ACQUIRED.text();
    table.find(lock).endHold(table.find(lock).exclusive(), System.nanoTime());
    Synchronizers.owner(lock);
    ConditionWait.reacquires();
    LockProbe.released(LockProbe.releasing(null, lock, false));
    ConditionProbe.waited(ConditionProbe.waiting(lock), null);
    AcquireSite.ofCurrentThread(LockObservation.class.getName());
  }
}
