package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.LockStatistics;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether what threads wait for in {@code Object.wait} is handed on among them, as locks, permits
 * and rows are. Work is not: who waits for it is woken by others than those who wait.
 */
final class HandedOn {
  /** So often it must be somebody who waits for the same at other times, however short. */
  private static final double LEAST_SHARE = 0.05;

  private static final long LEAST_HOLDS = 3;

  /** Who takes in these words takes what others make, and those who make it never wait for it. */
  private static final List<String> TAKING =
      List.of(
          "take", "poll", "pull", "receive", "dequeue", "remove", "pop", "next", "fetch", "consume",
          "read", "join", "get");

  private HandedOn() {}

  static boolean isLock(LockKey key, LockStatistics statistics) {
    Map<Actor, Set<Actor>> wokenBy = new TreeMap<>();
    statistics
        .holders()
        .forEach(
            (holder, blame) ->
                blame
                    .victims()
                    .keySet()
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
      handedOn += Collections.disjoint(wakers, entry.getValue().victims().keySet()) ? 0 : holds;
    }
    return handedOn >= LEAST_HOLDS && handedOn >= LEAST_SHARE * all && !takes(key.name());
  }

  /** Whether a method takes what others make, by its name. */
  static boolean takes(String qualifiedMethod) {
    String method =
        qualifiedMethod.substring(qualifiedMethod.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TAKING.stream().anyMatch(method::startsWith);
  }
}
