package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.LockHold;
import dev.sojourn.analyzer.event.LockSecond;
import java.util.HashMap;
import java.util.Map;

/** Collects what is known of one lock. */
final class LockBuilder {
  private final Accumulation<Long, LockCounts> counted = new Accumulation<>();
  private final Accumulation<Long, LockCounts> observed = new Accumulation<>();
  private final TimeTotals<String> modes = new TimeTotals<>();
  private final DistributionBuilder blocked = new DistributionBuilder();
  private final TimeTotals<Actor> victims = new TimeTotals<>();
  private final TimeTotals<String> waiters = new TimeTotals<>();
  private final TimeTotals<Site> waitSites = TimeTotals.byIdentity();
  private final Map<LockOwner, BlameBuilder> holders = new HashMap<>();
  private final Map<String, Long> cycles = new HashMap<>();
  private long timedOut;
  private long interrupted;

  void add(LockSecond second) {
    LockCounts counts =
        new LockCounts(
            second.acquires(), second.blockedNanos(), second.maxBlockedNanos(), second.heldNanos());
    counted.add(Math.floorDiv(second.secondEpochMillis(), 1000L), counts);
  }

  void add(LockHold hold) {
    long heldNanos = Math.max(hold.durationNanos(), hold.representedNanos());
    observed.add(TimeTotals.second(hold.endEpochNanos()), new LockCounts(0, 0, 0, heldNanos));
  }

  void add(LockWaitEvent wait, Actor actor, String threads) {
    long nanos = wait.nanos();
    observed.add(
        TimeTotals.second(wait.endEpochNanos()),
        new LockCounts(1, wait.representedNanos(), nanos, 0));
    modes.add(wait.mode(), nanos);
    blocked.add(nanos, 1);
    victims.add(actor, nanos);
    waiters.add(threads, nanos);
    waitSites.add(wait.site(), nanos);
    timedOut += "timed out".equals(wait.outcome()) ? 1 : 0;
    interrupted += "interrupted".equals(wait.outcome()) ? 1 : 0;
  }

  BlameBuilder blame(LockOwner holder) {
    return holders.computeIfAbsent(holder, h -> new BlameBuilder());
  }

  void addCycle(String threads) {
    cycles.merge(threads, 1L, Long::sum);
  }

  LockStatistics build() {
    Map<LockOwner, Blame> blames = new HashMap<>();
    holders.forEach((holder, blame) -> blames.put(holder, blame.build()));
    return new LockStatistics(
        account(counted),
        account(observed),
        modes.build(),
        blocked.build(),
        timedOut,
        interrupted,
        victims.build(),
        waiters.build(),
        waitSites.build(),
        Sums.sorted(blames),
        Sums.sorted(cycles));
  }

  private static LockAccount account(Accumulation<Long, LockCounts> bySecond) {
    Series<LockCounts> series = Accumulation.series(bySecond);
    return new LockAccount(series.total(LockCounts.EMPTY), series);
  }
}
