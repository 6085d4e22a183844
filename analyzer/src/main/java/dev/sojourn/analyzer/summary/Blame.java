package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * The blocked time of others that one holder answers for.
 *
 * @param blockedNanos blocked time of others while it held; what several held at once is divided
 *     among them
 * @param waits the waits that it has a part in
 * @param holds its holds, and how long they were
 * @param doing what it did while others were blocked, by their blocked time
 * @param victims who was blocked
 * @param stacks its stack traces, innermost frame first, by blocked time
 */
public record Blame(
    long blockedNanos,
    long waits,
    TimeTotal holds,
    Map<Doing, Long> doing,
    Map<Actor, Long> victims,
    Map<Site, Long> stacks)
    implements Part<Blame> {
  /** Nothing. */
  public static final Blame EMPTY = new Blame(0, 0, TimeTotal.EMPTY, Map.of(), Map.of(), Map.of());

  @Override
  public Blame plus(Blame other) {
    return new Blame(
        blockedNanos + other.blockedNanos,
        waits + other.waits,
        holds.plus(other.holds),
        Sums.ofCounts(doing, other.doing),
        Sums.ofCounts(victims, other.victims),
        Sums.ofCounts(stacks, other.stacks));
  }
}
