package dev.sojourn.agent.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.CostMode;
import org.junit.jupiter.api.Test;

final class StrideTest {
  private static final long COST_NANOS = 500;

  @Test
  void longRuns_areAllTimed() {
    long runs = 1_000_000;

    assertThat(Stride.exponent(runs, runs * 50_000, COST_NANOS, 6, CostMode.FULL)).isZero();
  }

  @Test
  void fewRuns_areAllTimed() {
    assertThat(Stride.exponent(1_999, 1_999 * 100, COST_NANOS, 6, CostMode.FULL)).isZero();
  }

  @Test
  void shortRuns_areTimedOneInAsManyAsTheirTimeIsWorth() {
    long runs = 1_000_000;

    assertThat(Stride.exponent(runs, runs * 12_500, COST_NANOS, 6, CostMode.FULL)).isEqualTo(2);
    assertThat(Stride.exponent(runs, runs * 1_000, COST_NANOS, 6, CostMode.FULL)).isEqualTo(5);
    assertThat(Stride.exponent(runs, runs * 10, COST_NANOS, 6, CostMode.FULL)).isEqualTo(6);
  }

  @Test
  void aThousandRunsASecond_areTimedAtLeast() {
    assertThat(Stride.exponent(8_500, 8_500 * 100, COST_NANOS, 6, CostMode.FULL)).isEqualTo(3);
  }

  @Test
  void secondWithoutTime_isNoDivisionByZero() {
    assertThat(Stride.exponent(100_000, 0, COST_NANOS, 6, CostMode.FULL)).isEqualTo(6);
    assertThat(Stride.exponent(0, 0, 0, 6, CostMode.FULL)).isZero();
  }

  @Test
  void pastTheCostBudget_longRunsAreTimedMoreSeldomToo() {
    long runs = 10_000;

    assertThat(Stride.exponent(runs, runs * 50_000, COST_NANOS, 7, CostMode.FULL)).isZero();
    assertThat(Stride.exponent(runs, runs * 50_000, COST_NANOS, 7, CostMode.SAMPLING)).isEqualTo(6);
  }
}
