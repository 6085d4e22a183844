package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.CostMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CostGovernorTest {
  private static final long SECOND_NANOS = 1_000_000_000;
  private long probeNanos = 7 * SECOND_NANOS;
  private long cpuNanos = 90 * SECOND_NANOS;
  private final CostGovernor governor = new CostGovernor(0.02, () -> probeNanos, () -> cpuNanos);

  @AfterEach
  void restore() {
    CostMode.enter(CostMode.FULL);
  }

  @Test
  void whatWasSpentBefore_doesNotCount() {
    second(0, 0);

    assertThat(CostMode.current()).isEqualTo(CostMode.FULL);
  }

  @Test
  void excess_isEnteredAndRememberedAfterRecovery() {
    second(0, 0);
    for (int second = 0; second < 3; second++) {
      second(50_000_000, SECOND_NANOS);
    }
    assertThat(CostMode.current()).isEqualTo(CostMode.SAMPLING);
    for (int second = 0; second < 30; second++) {
      second(0, SECOND_NANOS);
    }

    assertThat(CostMode.current()).isEqualTo(CostMode.FULL);
    assertThat(governor.furthest()).isEqualTo(CostMode.SAMPLING);
  }

  private void second(long probes, long cpu) {
    probeNanos += probes;
    cpuNanos += cpu;
    governor.run();
  }
}
