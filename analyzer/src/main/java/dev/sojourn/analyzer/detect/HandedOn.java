package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.QueueWords;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether what threads wait for in {@code Object.wait} is handed on among them, as locks, permits
 * and rows are. Work is not: who waits for it is woken by others than those who wait; nor is
 * anything that a method takes, by its name.
 */
final class HandedOn {
  /** So often it must be somebody who waits for the same at other times, however short. */
  private static final double LEAST_SHARE = 0.05;

  private static final long LEAST_HOLDS = 3;

  private HandedOn() {}

  static boolean isLock(LockKey key, LockStatistics statistics) {
    Map<Actor, Set<Actor>> wokenBy = new TreeMap<>();
    statistics
        .holders()
        .forEach(
            (holder, blame) ->
                waiting(statistics, blame)
                    .forEach(
                        victim ->
                            wokenBy
                                .computeIfAbsent(victim, v -> new TreeSet<>())
                                .add(holder.actor())));
    long all = 0;
    long handedOn = 0;
    for (Map.Entry<LockOwner, Blame> entry : statistics.holders().entrySet()) {
      Set<Actor> wakers = wokenBy.getOrDefault(entry.getKey().actor(), Set.of());
      long holds = entry.getValue().holds().count();
      all += holds;
      handedOn += Collections.disjoint(wakers, waiting(statistics, entry.getValue())) ? 0 : holds;
    }
    return handedOn >= LEAST_HOLDS
        && handedOn >= LEAST_SHARE * all
        && !QueueWords.takesOrGets(key.name());
  }

  /** Who waited for a holder here, and did not enter the same monitor elsewhere. */
  private static Set<Actor> waiting(LockStatistics statistics, Blame blame) {
    Set<Actor> waiting = new TreeSet<>(blame.victims().keySet());
    waiting.retainAll(statistics.victims().keySet());
    return waiting;
  }
}
