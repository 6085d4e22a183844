package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SubmissionsTest {
  @Test
  void stamp_keepsTimeAndStride() {
    long nowNanos = System.nanoTime();
    long stamp = Stamp.of(nowNanos, 5);

    assertThat(Stamp.nanos(stamp)).isBetween(nowNanos - 255, nowNanos);
    assertThat(Stamp.weight(stamp)).isEqualTo(32);
  }

  @Test
  void submission_isTakenOnce() {
    SubmissionTable table = new SubmissionTable();
    table.put(4711, 99);

    assertThat(table.take(4711)).isEqualTo(99);
    assertThat(table.take(4711)).isEqualTo(Stamp.NONE);
  }

  @Test
  void secondSubmissionOfAKey_isTold() {
    SubmissionTable table = new SubmissionTable();

    assertThat(table.put(4711, 98)).isFalse();
    assertThat(table.put(4711, 99)).isTrue();
  }

  @Test
  void manyPendingSubmissions_areNotLost() {
    SubmissionTable table = new SubmissionTable();
    for (int key = 1; key <= 2_000; key++) {
      table.put(key * 7919, key);
    }
    for (int key = 1; key <= 2_000; key++) {
      assertThat(table.take(key * 7919)).isEqualTo(key);
    }
  }

  @Test
  void submissionsWithoutEnd_displaceTheOldest() {
    SubmissionTable table = new SubmissionTable();
    for (int key = 1; key <= 1_000_000; key++) {
      table.put(key, key);
    }

    assertThat(table.take(1_000_000)).isEqualTo(1_000_000);
    assertThat(table.take(1)).isEqualTo(Stamp.NONE);
  }

  @Test
  void sharedTask_startsInTheOrderOfItsSubmissions() {
    SubmissionRing ring = new SubmissionRing();
    ring.put(10);
    ring.put(Stamp.NONE);
    ring.put(30);
    ring.put(40);
    ring.removeLast();

    assertThat(ring.take()).isEqualTo(10);
    assertThat(ring.take()).isEqualTo(Stamp.NONE);
    assertThat(ring.take()).isEqualTo(30);
    assertThat(ring.take()).isEqualTo(Stamp.NONE);
  }

  @Test
  void fullRing_forgetsButDoesNotShift() {
    SubmissionRing ring = new SubmissionRing();
    for (long stamp = 1; stamp <= 5_000; stamp++) {
      ring.put(stamp);
    }
    for (long stamp = 1; stamp <= 4_096; stamp++) {
      assertThat(ring.take()).isEqualTo(stamp);
    }
    for (int forgotten = 0; forgotten < 904; forgotten++) {
      assertThat(ring.take()).isEqualTo(Stamp.NONE);
    }
    ring.put(7_000);

    assertThat(ring.take()).isEqualTo(7_000);
  }
}
