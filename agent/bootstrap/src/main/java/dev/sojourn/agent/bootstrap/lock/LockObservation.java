package dev.sojourn.agent.bootstrap.lock;

import dev.sojourn.agent.bootstrap.Seconds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Makes the probes on locks ready before they are woven in. */
public final class LockObservation {
  private LockObservation() {}

  /** Initialises what the probes need, and has locks named and summarised each second, anew. */
  public static void start(LockNaming naming) {
    rehearse();
    LockTable.HOST.clear();
    Seconds.register(new LockSummaries(LockTable.HOST, naming));
  }

  /** The monitors that are followed; for one thread. */
  public static List<MonitorUse> monitors() {
    List<MonitorUse> uses = new ArrayList<>();
    LockTable.HOST.forEach(
        new Consumer<>() {
          @Override
          public void accept(ContendedLock lock) {
            if (lock.isMonitor()) {
              uses.add(
                  new MonitorUse(
                      lock.exclusive().name().text(), lock.takeEntries(), lock.isContended()));
            }
          }
        });
    return uses;
  }

  /** No class may be initialised on the host's threads inside a lock. */
  private static void rehearse() {
    LockTable table = new LockTable(1);
    ReentrantLock lock = new ReentrantLock();
    BlockedAcquire acquire = new BlockedAcquire(table.enter(lock), false, Thread.currentThread());
    LockOutcome.ACQUIRED.text();
    table.find(lock).endHold(table.find(lock).exclusive(), System.nanoTime());
    acquire.abandon();
    Synchronizers.owner(lock);
    ConditionWait.reacquires();
    LockProbe.released(LockProbe.releasing(null, lock, false));
    ConditionProbe.signalling(lock);
    Signallers.Signaller.of(Thread.currentThread());
    ConditionProbe.waited(ConditionProbe.waiting(lock), null);
    AcquireSite.ofCurrentThread(LockObservation.class.getName());
  }
}
