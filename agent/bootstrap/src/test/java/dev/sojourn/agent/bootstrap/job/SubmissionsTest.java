package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SubmissionsTest {
  private static final long UNKNOWN = Long.MIN_VALUE;

  @Test
  void submission_isTakenOnce() {
    SubmissionTable table = new SubmissionTable(0);
    table.put(4711, 1_000_000);

    assertThat(table.take(4711, UNKNOWN)).isBetween(1_000_000L - 255, 1_000_000L);
    assertThat(table.take(4711, UNKNOWN)).isEqualTo(UNKNOWN);
  }

  @Test
  void manyPendingSubmissions_areNotLost() {
    SubmissionTable table = new SubmissionTable(0);
    for (int key = 1; key <= 2_000; key++) {
      table.put(key * 7919, key * 1024L);
    }
    for (int key = 1; key <= 2_000; key++) {
      assertThat(table.take(key * 7919, UNKNOWN)).isEqualTo(key * 1024L);
    }
  }

  @Test
  void submissionsWithoutEnd_displaceTheOldest() {
    SubmissionTable table = new SubmissionTable(0);
    for (int key = 1; key <= 1_000_000; key++) {
      table.put(key, key * 1024L);
    }

    assertThat(table.take(1_000_000, UNKNOWN)).isEqualTo(1_000_000 * 1024L);
    assertThat(table.take(1, UNKNOWN)).isEqualTo(UNKNOWN);
  }

  @Test
  void sharedTask_startsInTheOrderOfItsSubmissions() {
    SubmissionRing ring = new SubmissionRing();
    ring.put(10);
    ring.put(20);
    ring.put(30);
    ring.removeLast();

    assertThat(ring.take(UNKNOWN)).isEqualTo(10);
    assertThat(ring.take(UNKNOWN)).isEqualTo(20);
    assertThat(ring.take(UNKNOWN)).isEqualTo(UNKNOWN);
  }

  @Test
  void fullRing_forgetsButDoesNotShift() {
    SubmissionRing ring = new SubmissionRing();
    for (long time = 1; time <= 5_000; time++) {
      ring.put(time);
    }
    for (long time = 1; time <= 4_096; time++) {
      assertThat(ring.take(UNKNOWN)).isEqualTo(time);
    }
    for (int forgotten = 0; forgotten < 904; forgotten++) {
      assertThat(ring.take(UNKNOWN)).isEqualTo(UNKNOWN);
    }
    ring.put(7_000);

    assertThat(ring.take(UNKNOWN)).isEqualTo(7_000);
  }
}
