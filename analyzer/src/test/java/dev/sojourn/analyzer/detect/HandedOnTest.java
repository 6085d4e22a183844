package dev.sojourn.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.LockAccount;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HandedOnTest {
  private static final LockKey ROWS =
      new LockKey("com.acme.Table.claim", "com.acme.Row", LockKey.Family.WAIT_SET);

  @Test
  void rowForWhichThoseWhoHaveItWaitAtOtherTimes_isALock() {
    LockStatistics rows =
        woken(Map.of("report", Map.of("order", 900L), "order", Map.of("report", 100L)));

    assertThat(HandedOn.isLock(ROWS, rows)).isTrue();
  }

  @Test
  void rowThatOneJobHasLong_isALockOfThoseWhoHandItOn() {
    LockStatistics rows =
        woken(Map.of("report", Map.of("order", 900L), "order", Map.of("order", 100L)));

    assertThat(HandedOn.isLock(ROWS, rows)).isTrue();
  }

  @Test
  void whatOthersMake_isNone() {
    LockStatistics work =
        woken(Map.of("read", Map.of("parse", 500L), "parse", Map.of("store", 500L)));

    assertThat(HandedOn.isLock(ROWS, work)).isFalse();
  }

  @Test
  void whatIsHandedOnNowAndThenOnly_isNone() {
    LockStatistics work =
        woken(Map.of("read", Map.of("parse", 990L), "parse", Map.of("parse", 10L)));

    assertThat(HandedOn.isLock(ROWS, work)).isFalse();
  }

  @Test
  void whatIsHandedOnTwice_isNone() {
    LockStatistics rows = woken(Map.of("order", Map.of("order", 2L)));

    assertThat(HandedOn.isLock(ROWS, rows)).isFalse();
  }

  @Test
  void whoOnlyEntersTheMonitor_doesNotWaitForWhatIsHandedOn() {
    LockStatistics tasks = woken(Map.of("call", Map.of("cleanup", 900L, "call", 100L)));
    LockStatistics entered =
        new LockStatistics(
            tasks.counted(),
            tasks.observed(),
            tasks.modes(),
            tasks.blocked(),
            0,
            0,
            Map.of(Actor.job("cleanup"), tasks.victims().get(Actor.job("cleanup"))),
            tasks.waiters(),
            tasks.waitSites(),
            tasks.holders(),
            tasks.cycles());

    assertThat(HandedOn.isLock(ROWS, tasks)).isTrue();
    assertThat(HandedOn.isLock(ROWS, entered)).isFalse();
  }

  @Test
  void whatIsTaken_isNone() {
    LockKey queue = new LockKey("com.acme.Queue.take", "com.acme.Queue", LockKey.Family.WAIT_SET);
    LockStatistics work = woken(Map.of("step", Map.of("step", 1000L)));

    assertThat(HandedOn.isLock(queue, work)).isFalse();
  }

  @Test
  void waitThatNobodyAnswersFor_isNone() {
    assertThat(HandedOn.isLock(ROWS, LockStatistics.EMPTY)).isFalse();
  }

  /** Who was woken by whom, and how often. */
  private static LockStatistics woken(Map<String, Map<String, Long>> victimsByHolder) {
    LockStatistics all = LockStatistics.EMPTY;
    for (Map.Entry<String, Map<String, Long>> holder : victimsByHolder.entrySet()) {
      for (Map.Entry<String, Long> victim : holder.getValue().entrySet()) {
        all = all.plus(woken(holder.getKey(), victim.getKey(), victim.getValue()));
      }
    }
    return all;
  }

  private static LockStatistics woken(String holder, String victim, long holds) {
    long nanos = 1_000_000 * holds;
    LockOwner owner = new LockOwner("com.acme.Table.print", 12, Actor.job(holder), "");
    Blame blame =
        new Blame(
            nanos,
            new TimeTotal(holds, nanos, nanos),
            Map.of(),
            Map.of(),
            Map.of(Actor.job(victim), nanos),
            Map.of());
    return new LockStatistics(
        LockAccount.EMPTY,
        LockAccount.EMPTY,
        Map.of(),
        Distribution.empty(),
        0,
        0,
        Map.of(Actor.job(victim), new TimeTotal(holds, nanos, nanos)),
        Map.of(),
        Map.of(),
        Map.of(owner, blame),
        Map.of());
  }
}
