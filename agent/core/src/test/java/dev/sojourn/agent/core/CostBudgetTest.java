package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.CostMode;
import org.junit.jupiter.api.Test;

final class CostBudgetTest {
  private static final long CPU_NANOS = 1_000_000_000;
  private final CostBudget budget = new CostBudget(0.02);

  @Test
  void costWithinTheBudget_changesNothing() {
    assertThat(after(1_000, 0.019)).isEqualTo(CostMode.FULL);
  }

  @Test
  void shortExcess_isForgiven() {
    after(2, 0.5);
    after(1, 0.019);

    assertThat(after(2, 0.5)).isEqualTo(CostMode.FULL);
  }

  @Test
  void lastingExcess_backsOffStepByStep() {
    assertThat(after(3, 0.03)).isEqualTo(CostMode.SAMPLING);
    assertThat(after(2, 0.03)).isEqualTo(CostMode.SAMPLING);
    assertThat(after(1, 0.03)).isEqualTo(CostMode.AGGREGATING);
    assertThat(after(100, 0.03)).isEqualTo(CostMode.AGGREGATING);
  }

  @Test
  void costJustBelowTheBudget_isNoReasonToComeBack() {
    after(3, 0.03);

    assertThat(after(1_000, 0.015)).isEqualTo(CostMode.SAMPLING);
  }

  @Test
  void costWellBelowTheBudget_comesBackStepByStep() {
    after(6, 0.03);

    assertThat(after(29, 0.005)).isEqualTo(CostMode.AGGREGATING);
    assertThat(after(1, 0.005)).isEqualTo(CostMode.SAMPLING);
    assertThat(after(30, 0.005)).isEqualTo(CostMode.FULL);
  }

  @Test
  void relapse_doublesTheTimeUntilTheNextAttempt() {
    after(3, 0.03);
    after(30, 0.005);
    assertThat(after(3, 0.03)).isEqualTo(CostMode.SAMPLING);

    assertThat(after(59, 0.005)).isEqualTo(CostMode.SAMPLING);
    assertThat(after(1, 0.005)).isEqualTo(CostMode.FULL);
  }

  @Test
  void idleJvm_isNotHeldToAShareOfNothing() {
    for (int second = 0; second < 10; second++) {
      assertThat(budget.next(19_000_000, 20_000_000)).isEqualTo(CostMode.FULL);
    }
  }

  private CostMode after(int seconds, double share) {
    CostMode mode = CostMode.FULL;
    for (int second = 0; second < seconds; second++) {
      mode = budget.next((long) (share * CPU_NANOS), CPU_NANOS);
    }
    return mode;
  }
}
