package dev.sojourn.agent.bootstrap.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EventBudgetTest {
  private static final long FLOOR_NANOS = 100;
  private static final long SECOND_NANOS = 1_000_000_000;
  private final EventBudget budget = new EventBudget(80, FLOOR_NANOS);

  @Test
  void aBurst_getsItsSliceOfTheSecond() {
    assertThat(admitted(1_000, 0)).isEqualTo(10);
    assertThat(admitted(1_000, SECOND_NANOS / 8)).isEqualTo(10);
  }

  @Test
  void fewEvents_areAllAdmitted() {
    assertThat(admitted(5, 0)).isEqualTo(5);
    budget.endSecond();
    assertThat(budget.thresholdNanos()).isEqualTo(FLOOR_NANOS);
  }

  @Test
  void theThreshold_risesWithTooManyAndFallsToItsFloorWithFew() {
    admitted(81, 0);
    budget.endSecond();
    admitted(81, SECOND_NANOS);
    budget.endSecond();
    assertThat(budget.thresholdNanos()).isEqualTo(4 * FLOOR_NANOS);
    for (int second = 0; second < 3; second++) {
      budget.endSecond();
    }
    assertThat(budget.thresholdNanos()).isEqualTo(FLOOR_NANOS);
  }

  @Test
  void theThreshold_staysWhereTheBudgetIsUsedWell() {
    admitted(81, 0);
    budget.endSecond();
    admitted(50, SECOND_NANOS);
    budget.endSecond();
    assertThat(budget.thresholdNanos()).isEqualTo(2 * FLOOR_NANOS);
  }

  private int admitted(int offered, long nowNanos) {
    int admitted = 0;
    for (int i = 0; i < offered; i++) {
      admitted += budget.admit(nowNanos) ? 1 : 0;
    }
    return admitted;
  }
}
