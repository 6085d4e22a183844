package dev.sojourn.agent.bootstrap.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

final class LockTableTest {
  private final LockTable table = new LockTable(16);

  @Test
  void aLock_isFoundAgain() {
    Object synchronizer = new Object();
    ContendedLock lock = table.enter(synchronizer);
    assertThat(table.enter(synchronizer)).isSameAs(lock);
    assertThat(table.find(synchronizer)).isSameAs(lock);
    assertThat(lock.leave()).isEqualTo(1);
  }

  @Test
  void aLockThatNobodyWaitedFor_isUnknown() {
    table.enter(new Object());
    assertThat(table.find(new Object())).isNull();
  }

  @Test
  void locksBeyondTheCapacity_areCountedTogether() {
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Object synchronizer = new Object();
      kept.add(synchronizer);
      table.enter(synchronizer);
    }
    assertThat(table.size()).isEqualTo(16);
    assertThat(table.enter(new Object())).isSameAs(table.others());
    assertThat(kept).hasSize(1_000);
  }

  @Test
  void anIdleLock_leavesTheTable() {
    Object synchronizer = new Object();
    ContendedLock lock = table.enter(synchronizer);
    lock.leave();
    endSeconds(lock, 2);
    assertThat(table.find(synchronizer)).isNull();
    assertThat(table.size()).isZero();
    assertThat(table.enter(synchronizer)).isNotSameAs(lock);
    assertThat(table.size()).isOne();
  }

  @Test
  void aLockThatIsWaitedFor_stays() {
    Object synchronizer = new Object();
    ContendedLock lock = table.enter(synchronizer);
    endSeconds(lock, 10);
    assertThat(table.find(synchronizer)).isSameAs(lock);
  }

  @Test
  void threads_loseNoLockToEachOther() throws InterruptedException {
    List<Object> synchronizers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      synchronizers.add(new Object());
    }
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> waitAtRandom(synchronizers));
      threads[i].start();
    }
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        table.forEach(lock -> lock.endSecond(false, 1));
        table.removeRetired();
        thread.join(1);
      }
    }
    table.forEach(lock -> assertThat(lock.leave()).isNegative());
    int[] left = {0};
    table.forEach(lock -> left[0]++);
    assertThat(table.size()).isEqualTo(left[0]);
  }

  private void waitAtRandom(List<Object> synchronizers) {
    for (int i = 0; i < 20_000; i++) {
      Object synchronizer = synchronizers.get(ThreadLocalRandom.current().nextInt(12));
      ContendedLock lock = table.enter(synchronizer);
      assertThat(table.find(synchronizer)).isNotNull();
      lock.leave();
    }
  }

  private void endSeconds(ContendedLock lock, int seconds) {
    for (int i = 0; i < seconds; i++) {
      lock.endSecond(false, 2);
    }
    table.removeRetired();
  }
}
