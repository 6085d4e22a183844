package dev.sojourn.agent.bootstrap.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ContendedLockTest {
  private final ContendedLock lock = new ContendedLock(1, LockKind.UNKNOWN);

  @Test
  void aHold_lastsFromTheFirstWaitThatSawIt() {
    lock.enter();
    lock.holdSeen(100);
    lock.enter();
    lock.holdSeen(150);
    assertThat(end(400)).isEqualTo(300);
  }

  @Test
  void aHoldByOneThatQueued_lastsFromItsAcquire() {
    lock.enter();
    lock.holdSeen(100);
    lock.enter();
    lock.holdSeen(110);
    assertThat(end(200)).isEqualTo(100);
    lock.holdAcquired(lock.leave(), 250);
    assertThat(end(300)).isEqualTo(50);
  }

  @Test
  void aHoldByOneThatBargedIn_lastsFromTheReleaseBefore() {
    lock.enter();
    lock.holdSeen(100);
    assertThat(end(200)).isEqualTo(100);
    assertThat(end(500)).isEqualTo(300);
  }

  @Test
  void whatAWaiterLeftBehind_isNoPartOfALaterHold() {
    lock.enter();
    lock.holdSeen(100);
    lock.leave();
    lock.enter();
    lock.holdSeen(1_000);
    assertThat(end(1_010)).isEqualTo(10);
  }

  @Test
  void aReleaseThatWakesOneFromACondition_endsNoHold() {
    lock.enter();
    lock.holdSeen(100);
    assertThat(end(200)).isEqualTo(100);
    lock.leave();
    assertThat(lock.endHold(lock.exclusive(), 300)).isNull();
    lock.enter();
    assertThat(lock.endHold(lock.exclusive(), 400)).isNull();
    assertThat(end(450)).isEqualTo(50);
  }

  private long end(long nowNanos) {
    lock.endHold(lock.exclusive(), nowNanos).report();
    return lock.exclusive().statistics().take().heldNanos();
  }
}
