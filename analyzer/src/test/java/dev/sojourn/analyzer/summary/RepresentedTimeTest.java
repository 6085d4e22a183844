package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.event.LockAcquire;
import dev.sojourn.analyzer.event.LockHold;
import org.junit.jupiter.api.Test;

/** Single events stand for shorter waits and holds that have none. */
class RepresentedTimeTest {
  private static final long NANOS = 20 * Scenario.MILLI;
  private static final long REPRESENTED = 50 * Scenario.MILLI;

  @Test
  void withoutSummaries_totalsAreWhatTheEventsStandFor() {
    LockStatistics lock = lock(new Scenario().add(acquire(REPRESENTED)).add(hold(REPRESENTED)));

    assertThat(lock.account().total().blockedNanos()).isEqualTo(REPRESENTED);
    assertThat(lock.account().total().heldNanos()).isEqualTo(REPRESENTED);
    assertThat(lock.account().total().maxBlockedNanos()).isEqualTo(NANOS);
  }

  @Test
  void victimsAndHolders_areToldOfTheEventsThemselves() {
    LockStatistics lock = lock(new Scenario().add(acquire(REPRESENTED)));

    assertThat(lock.eventNanos()).isEqualTo(NANOS);
    assertThat(lock.unattributedNanos()).isEqualTo(NANOS);
  }

  @Test
  void eventOfAnOlderAgent_standsForItself() {
    LockStatistics lock = lock(new Scenario().add(acquire(0)).add(hold(0)));

    assertThat(lock.account().total().blockedNanos()).isEqualTo(NANOS);
    assertThat(lock.account().total().heldNanos()).isEqualTo(NANOS);
  }

  private static LockStatistics lock(Scenario scenario) {
    return scenario.summary().locks().byKey().values().iterator().next();
  }

  private static LockAcquire acquire(long representedNanos) {
    return new LockAcquire(
        Scenario.BEGIN,
        NANOS,
        Scenario.thread(1),
        Scenario.at("com.acme.Stock.take", 7),
        1,
        Scenario.LOCK,
        "com.acme.Stock#lock",
        "exclusive",
        "acquired",
        0,
        null,
        0,
        null,
        representedNanos);
  }

  private static LockHold hold(long representedNanos) {
    return new LockHold(
        Scenario.BEGIN + 10 * NANOS,
        NANOS,
        Scenario.thread(2),
        Scenario.at("com.acme.Audit.run", 99),
        1,
        Scenario.LOCK,
        "com.acme.Stock#lock",
        "exclusive",
        1,
        true,
        0,
        null,
        representedNanos);
  }
}
