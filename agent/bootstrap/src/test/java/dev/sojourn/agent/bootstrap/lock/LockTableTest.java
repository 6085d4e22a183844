package dev.sojourn.agent.bootstrap.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
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
  void threads_loseNoLockToEachOther() throws InterruptedException, ExecutionException {
    List<Object> synchronizers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      synchronizers.add(new Object());
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      waiting.add(threads.submit(() -> waitAtRandom(synchronizers)));
    }
    threads.shutdown();
    while (!threads.awaitTermination(1, TimeUnit.MILLISECONDS)) {
      table.forEach(lock -> lock.endSecond(false, 1));
      table.removeRetired();
    }
    for (Future<?> future : waiting) {
      future.get();
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
      // those that were retired and not yet removed may leave no room for a moment
      if (lock != table.others()) {
        assertThat(table.find(synchronizer)).isSameAs(lock);
      }
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
