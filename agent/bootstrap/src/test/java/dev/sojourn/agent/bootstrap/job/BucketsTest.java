package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class BucketsTest {
  @Test
  void takenCounts_areAddedAndLeaveNothing() {
    Buckets here = new Buckets();
    Buckets there = new Buckets();
    here.add(100, 1);
    there.add(100, 1);
    there.add(5_000_000, 1);

    here.takeFrom(there);

    assertThat(here.count()).isEqualTo(3);
    assertThat(here.countAt(100)).isEqualTo(2);
    assertThat(there.count()).isZero();
    assertThat(there.length()).isZero();
  }

  @Test
  void countsTakenByEmptyBuckets_leaveBothReadyForMore() {
    Buckets here = new Buckets();
    Buckets there = new Buckets();
    there.add(100, 1);
    there.add(5_000_000, 1);
    here.takeFrom(there);
    here.add(100, 1);
    there.add(5_000_000, 3);

    assertThat(here.countAt(100)).isEqualTo(2);
    assertThat(here.count()).isEqualTo(3);
    assertThat(there.count()).isEqualTo(3);
    assertThat(there.countAt(100)).isZero();
    here.takeFrom(there);
    assertThat(here.count()).isEqualTo(6);
    assertThat(here.countAt(here.length() - 1)).isEqualTo(4);
  }

  @Test
  void clearedBuckets_countAnew() {
    Buckets buckets = new Buckets();
    buckets.add(5_000_000, 1);
    buckets.clear();
    buckets.add(100, 1);

    assertThat(buckets.length()).isEqualTo(101);
    assertThat(buckets.count()).isOne();
  }

  @Test
  void growingCounts_areAddedOnce() {
    Buckets growing = new Buckets();
    Buckets before = new Buckets();
    Buckets sum = new Buckets();
    growing.add(100, 1);
    growing.add(5_000_000, 1);
    assertThat(sum.addSince(growing, before)).isEqualTo(2);
    growing.add(100, 3);

    assertThat(sum.addSince(growing, before)).isEqualTo(3);
    assertThat(sum.addSince(growing, before)).isZero();
    assertThat(sum.count()).isEqualTo(5);
    assertThat(sum.countAt(100)).isEqualTo(4);
  }

  @Test
  void durationsInAnyOrder_fallWhereEachFallsAlone() {
    Random random = new Random(1);
    Buckets together = new Buckets();
    Buckets apart = new Buckets();
    for (int i = 0; i < 10_000; i++) {
      long duration = random.nextLong() >> random.nextInt(Long.SIZE);
      together.add(duration, 1);
      Buckets alone = new Buckets();
      alone.add(duration, 1);
      apart.takeFrom(alone);
    }

    assertThat(together.count()).isEqualTo(10_000);
    for (int index = 0; index < apart.length(); index++) {
      assertThat(together.countAt(index)).as("index %d", index).isEqualTo(apart.countAt(index));
    }
    assertThat(together.length()).isEqualTo(apart.length());
  }

  @Test
  void slowest_startAboveTheRest() {
    Buckets buckets = new Buckets();
    for (int i = 0; i < 90; i++) {
      buckets.add(1_000, 1);
    }
    for (int i = 0; i < 10; i++) {
      buckets.add(1_000_000, 1);
    }

    assertThat(buckets.nanosOfSlowest(10)).isBetween(1_001L, 1_000_000L);
    assertThat(buckets.nanosOfSlowest(5)).isGreaterThan(1_000_000L);
    assertThat(buckets.nanosOfSlowest(100)).isZero();
  }

  @Test
  void lowestDurationOfAnIndex_fallsIntoIt() {
    for (int index = 0; index < 40 * 128; index++) {
      Buckets buckets = new Buckets();
      buckets.add(Buckets.lowestNanos(index), 1);

      assertThat(buckets.countAt(index)).isOne();
    }
  }
}
