package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.Distribution;
import dev.sojourn.analyzer.summary.LockAccount;
import dev.sojourn.analyzer.summary.LockCounts;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.Locks;
import dev.sojourn.analyzer.summary.Series;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Map;

/**
 * Locks and the JDK's queues as a recording tells of them: who waited, and who held or signalled.
 */
final class LockSignals {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int LINE = 42;

  private LockSignals() {}

  /**
   * Blocked acquires of a job, and a hold for each of them at one place, while it waited at
   * another.
   */
  static Summary lock(
      String name,
      String job,
      int acquires,
      double blockedMillis,
      double holdMillis,
      String at,
      String... waiting) {
    long blockedNanos = (long) (blockedMillis * NANOS_PER_MILLI);
    long holdNanos = (long) (holdMillis * NANOS_PER_MILLI);
    long allNanos = acquires * blockedNanos;
    LockCounts counts = new LockCounts(acquires, allNanos, blockedNanos, acquires * holdNanos);
    TimeTotal holds = new TimeTotal(acquires, acquires * holdNanos, holdNanos);
    TimeTotal blocked = new TimeTotal(acquires, allNanos, blockedNanos);
    Blame blame = new Blame(allNanos, holds, Map.of(), Map.of(), Map.of(), Map.of());
    LockStatistics lock =
        new LockStatistics(
            LockAccount.EMPTY,
            new LockAccount(counts, Series.empty()),
            Map.of(),
            Distribution.of(blockedNanos, acquires),
            0,
            0,
            Map.of(Actor.job(job), blocked),
            Map.of(),
            waiting.length == 0 ? Map.of() : Map.of(Signals.site(waiting), blocked),
            Map.of(new LockOwner(at, LINE, Actor.job(job), "worker-1"), blame),
            Map.of());
    return SummaryParts.of(new Locks(Map.of(lockKey(name), lock)));
  }

  /** The exact account of the same lock, by the second. */
  static Summary counted(
      String name, int seconds, int acquires, double blockedMillis, double holdMillis) {
    long blockedNanos = (long) (blockedMillis * NANOS_PER_MILLI);
    long holdNanos = (long) (holdMillis * NANOS_PER_MILLI);
    LockCounts second =
        new LockCounts(acquires, acquires * blockedNanos, blockedNanos, acquires * holdNanos);
    Series<LockCounts> series = Signals.each(seconds, s -> second);
    LockStatistics lock =
        new LockStatistics(
            new LockAccount(series.total(LockCounts.EMPTY), series),
            LockAccount.EMPTY,
            Map.of(),
            Distribution.empty(),
            0,
            0,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    return SummaryParts.of(new Locks(Map.of(lockKey(name), lock)));
  }

  private static LockKey lockKey(String name) {
    return new LockKey(name, "java.util.concurrent.locks.ReentrantLock", LockKey.Family.LOCK);
  }

  /** Waits of a job in a queue of the JDK's, and who ended them. */
  static Summary room(
      String queue, String method, String job, double totalMillis, LockOwner notifier) {
    LockKey key =
        new LockKey(queue, "java.util.concurrent.locks.ReentrantLock", LockKey.Family.CONDITION);
    return waits(key, job, totalMillis, notifier, Signals.site(method, "com.acme.Mill.pass"));
  }

  /** Waits of a job for a synchronizer, and who ended them. */
  static Summary waits(LockKey key, String job, double totalMillis, LockOwner notifier, Site site) {
    TimeTotal total = Signals.total(totalMillis);
    Blame blame = new Blame(total.totalNanos(), total, Map.of(), Map.of(), Map.of(), Map.of());
    LockStatistics waits =
        new LockStatistics(
            LockAccount.EMPTY,
            LockAccount.EMPTY,
            Map.of(),
            Distribution.empty(),
            0,
            0,
            Map.of(Actor.job(job), total),
            Map.of(),
            Map.of(site, total),
            Map.of(notifier, blame),
            Map.of());
    return SummaryParts.of(new Locks(Map.of(key, waits)));
  }
}
