package dev.sojourn.agent.bootstrap.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnreportedTimeTest {
  private static final long FLOOR_NANOS = 100;
  private static final long NO_EVENT = -1;

  @Test
  void aLongTime_getsAnEventAtOnce() {
    UnreportedTime time = new UnreportedTime(new EventBudget(80, FLOOR_NANOS));
    assertThat(time.offer(FLOOR_NANOS)).isEqualTo(FLOOR_NANOS);
  }

  @Test
  void shortTimes_addUpUntilOneSpeaksForAll() {
    UnreportedTime time = new UnreportedTime(new EventBudget(80, FLOOR_NANOS));
    assertThat(time.offer(40)).isEqualTo(NO_EVENT);
    assertThat(time.offer(40)).isEqualTo(NO_EVENT);
    assertThat(time.offer(30)).isEqualTo(110);
    assertThat(time.offer(30)).isEqualTo(NO_EVENT);
  }

  @Test
  void whatTheBudgetRefuses_isNotLost() {
    UnreportedTime refused = new UnreportedTime(new EventBudget(0, FLOOR_NANOS));
    assertThat(refused.offer(1_000)).isEqualTo(NO_EVENT);
  }
}
