package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class RunTimesTest {
  @Test
  void scaledTimes_standForExactlySoManyRuns() {
    RunTimes times = new RunTimes();
    Random random = new Random(7);
    for (int run = 0; run < 1_234; run++) {
      times.add(random.nextInt(9_000), random.nextInt(1_000_000), 64);
    }
    times.scaleTo(80_001);

    assertThat(times.service.count()).isEqualTo(80_001);
    assertThat(times.sojourn.count()).isEqualTo(80_001);
    assertThat(times.waiting.count()).isEqualTo(80_001);
    assertThat(sumOfCounts(times.service)).isEqualTo(80_001);
  }

  @Test
  void runsChosenByChance_tellTheTimeOfAll() {
    RunTimes times = new RunTimes();
    Random random = new Random(13);
    double serviceNanos = 0;
    double waitingNanos = 0;
    int runs = 1_000_000;
    for (int run = 0; run < runs; run++) {
      long served = (long) (-3_000 * Math.log(1 - random.nextDouble()));
      long waited = (long) (-50_000 * Math.log(1 - random.nextDouble()));
      serviceNanos += served;
      waitingNanos += waited;
      if (random.nextInt(32) == 0) {
        times.add(waited, served, 32);
      }
    }
    times.scaleTo(runs);

    // 31,250 runs of an exponential law: a standard error of 0.6 percent.
    assertThat((double) times.serviceNanos).isCloseTo(serviceNanos, withinPercentage(2.5));
    assertThat((double) times.waitingNanos).isCloseTo(waitingNanos, withinPercentage(2.5));
    assertThat(times.service.nanosOfSlowest(runs / 100)).isBetween(13_000L, 14_700L);
  }

  @Test
  void scalingNothing_leavesNothing() {
    RunTimes times = new RunTimes();
    times.scaleTo(10);

    assertThat(times.service.count()).isZero();
  }

  private static long sumOfCounts(Buckets buckets) {
    long sum = 0;
    for (int i = 0; i < buckets.length(); i++) {
      assertThat(buckets.countAt(i)).isNotNegative();
      sum += buckets.countAt(i);
    }
    return sum;
  }
}
