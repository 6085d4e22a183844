package dev.sojourn.analyzer.summary;

import java.util.HashMap;
import java.util.Map;

/** Collects what one holder of one lock answers for. */
final class BlameBuilder {
  private long blockedNanos;
  private TimeTotal holds = TimeTotal.EMPTY;
  private final Map<Doing, Long> doing = new HashMap<>();
  private final Map<Root, Long> roots = new HashMap<>();
  private final Map<Actor, Long> victims = new HashMap<>();
  private final Map<Site, Long> stacks = new HashMap<>();

  void addHold(long nanos) {
    holds = holds.plus(TimeTotal.of(nanos));
  }

  void addBlocked(Site site, long nanos) {
    blockedNanos += nanos;
    stacks.merge(site, nanos, Long::sum);
  }

  void addVictim(Actor actor, long nanos) {
    victims.merge(actor, nanos, Long::sum);
  }

  void addDoing(Doing what, long nanos) {
    doing.merge(what, nanos, Long::sum);
  }

  void addRoot(Root root, long nanos) {
    roots.merge(root, nanos, Long::sum);
  }

  Blame build() {
    return new Blame(
        blockedNanos,
        holds,
        Sums.sorted(doing),
        Sums.sorted(roots),
        Sums.sorted(victims),
        Sums.sorted(stacks));
  }
}
