package dev.sojourn.analyzer.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The contended locks of one chunk, and who answers for the blocked time. */
final class BlameTable {
  private static final int MOST_HOLDS = 1 << 14;

  private final Map<LockWaitEvent.LockIdentity, Contention> byIdentity = new HashMap<>();

  void add(LockWaitEvent wait, Actor actor) {
    of(wait.identity()).add(wait, actor);
  }

  void add(Hold hold) {
    of(hold.identity()).add(hold);
  }

  /** Divides the blocked times among the holders. */
  void attribute(ThreadHistories histories, Function<LockKey, LockBuilder> locks) {
    HolderSearch search = new HolderSearch(histories);
    HoldInference inference = new HoldInference(histories, search);
    byIdentity.values().forEach(contention -> contention.infer(inference));
    search.holds().forEach(this::add);
    byIdentity.values().forEach(Contention::order);
    WaitChains chains = new WaitChains(byIdentity, histories, inference, locks);
    for (Contention contention : byIdentity.values()) {
      new BlameSweep(contention, inference, new Attribution(histories, chains, locks)).run();
    }
  }

  /** The holds that the waits told of by other chunks may overlap: those that ended last. */
  List<Hold> openHolds() {
    List<Hold> open = new ArrayList<>();
    byIdentity.values().forEach(contention -> open.addAll(contention.openHolds()));
    if (open.size() > MOST_HOLDS) {
      open.sort(Comparator.comparingLong(Hold::endEpochNanos).reversed());
      open.subList(MOST_HOLDS, open.size()).clear();
    }
    return open;
  }

  private Contention of(LockWaitEvent.LockIdentity identity) {
    return byIdentity.computeIfAbsent(identity, i -> new Contention());
  }
}
