package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * What is known of one lock.
 *
 * @param counted the exact account, from {@code sojourn.LockSummary}; empty where a recording has
 *     none
 * @param observed the account of the single events; times are what they stand for, so that shorter
 *     waits and holds, which have none, are in it
 * @param modes blocked time by mode, as in docs/events.md
 * @param blocked blocked times of the single events
 * @param timedOut acquires that gave up after their time
 * @param interrupted acquires that were interrupted
 * @param victims blocked time by who was blocked
 * @param waiters blocked time by group of threads, as in {@link ThreadGroups}
 * @param waitSites blocked time by where it was
 * @param holders blocked time by who held the lock meanwhile
 * @param cycles waits that closed a circle: each of the threads waited for the next
 */
public record LockStatistics(
    LockAccount counted,
    LockAccount observed,
    Map<String, TimeTotal> modes,
    Distribution blocked,
    long timedOut,
    long interrupted,
    Map<Actor, TimeTotal> victims,
    Map<String, TimeTotal> waiters,
    Map<Site, TimeTotal> waitSites,
    Map<LockOwner, Blame> holders,
    Map<String, Long> cycles)
    implements Part<LockStatistics> {
  /** Nothing. */
  public static final LockStatistics EMPTY =
      new LockStatistics(
          LockAccount.EMPTY,
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

  /** The better account: the exact one where there is any. */
  public LockAccount account() {
    return counted.total().acquires() > 0 ? counted : observed;
  }

  /** The same with the better account only, and with the holders placed where they can be. */
  LockStatistics settled() {
    boolean exact = account() == counted;
    LockAccount exactOnly = exact ? counted : LockAccount.EMPTY;
    LockAccount observedOnly = exact ? LockAccount.EMPTY : observed;
    return with(exactOnly, observedOnly, PlacedHolders.of(holders));
  }

  /** The same, with what the single events tell taken for the exact account, which it lacks. */
  LockStatistics withAllCounted() {
    return with(observed, observed, holders);
  }

  private LockStatistics with(
      LockAccount otherCounted, LockAccount otherObserved, Map<LockOwner, Blame> otherHolders) {
    return new LockStatistics(
        otherCounted,
        otherObserved,
        modes,
        blocked,
        timedOut,
        interrupted,
        victims,
        waiters,
        waitSites,
        otherHolders,
        cycles);
  }

  /** Blocked time of the single events. */
  public long eventNanos() {
    return victims.values().stream().mapToLong(TimeTotal::totalNanos).sum();
  }

  /** Blocked time of the single events for which no holder is known. */
  public long unattributedNanos() {
    long attributed = holders.values().stream().mapToLong(Blame::blockedNanos).sum();
    return eventNanos() - attributed;
  }

  @Override
  public LockStatistics plus(LockStatistics other) {
    return new LockStatistics(
        counted.plus(other.counted),
        observed.plus(other.observed),
        Sums.ofParts(modes, other.modes),
        blocked.plus(other.blocked),
        timedOut + other.timedOut,
        interrupted + other.interrupted,
        Sums.ofParts(victims, other.victims),
        Sums.ofParts(waiters, other.waiters),
        Sums.ofParts(waitSites, other.waitSites),
        Sums.ofParts(holders, other.holders),
        Sums.ofCounts(cycles, other.cycles));
  }
}
