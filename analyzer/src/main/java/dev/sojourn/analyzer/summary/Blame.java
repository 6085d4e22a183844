package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * The blocked time of others that one holder answers for.
 *
 * @param blockedNanos blocked time of others while it held; what several held at once is divided
 *     among them
 * @param holds the holds that others waited for, and how long they were
 * @param doing what it did while others were blocked, by their blocked time
 * @param roots where it was itself blocked meanwhile: the end of the chain of waits
 * @param victims who was blocked
 * @param stacks where it was at the release, or meanwhile, by blocked time
 */
public record Blame(
    long blockedNanos,
    TimeTotal holds,
    Map<Doing, Long> doing,
    Map<Root, Long> roots,
    Map<Actor, Long> victims,
    Map<Site, Long> stacks)
    implements Part<Blame> {
  /** Nothing. */
  public static final Blame EMPTY =
      new Blame(0, TimeTotal.EMPTY, Map.of(), Map.of(), Map.of(), Map.of());

  @Override
  public Blame plus(Blame other) {
    return new Blame(
        blockedNanos + other.blockedNanos,
        holds.plus(other.holds),
        Sums.ofCounts(doing, other.doing),
        Sums.ofCounts(roots, other.roots),
        Sums.ofCounts(victims, other.victims),
        Sums.ofCounts(stacks, other.stacks));
  }
}
