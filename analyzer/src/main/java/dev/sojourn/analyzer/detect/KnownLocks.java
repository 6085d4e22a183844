package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Locks of which the agent tells some waits and only the JVM others, since the agent's events have
 * a budget, put together. The JVM does not know a lock's name, so those waits go by the method in
 * which they were; they are of the lock for which the agent saw threads wait in that method.
 */
final class KnownLocks {
  private KnownLocks() {}

  /** The same locks, each of them once. */
  static Map<LockKey, LockStatistics> of(Map<LockKey, LockStatistics> locks) {
    Map<LockKey, LockStatistics> known = new TreeMap<>();
    locks.forEach(
        (key, lock) ->
            known.merge(named(key, lock, locks).orElse(key), lock, LockStatistics::plus));
    return known;
  }

  private static Optional<LockKey> named(
      LockKey key, LockStatistics lock, Map<LockKey, LockStatistics> locks) {
    boolean nameless =
        lock.counted().total().acquires() == 0
            && lock.waitSites().keySet().stream()
                .allMatch(site -> site.method().equals(key.name()));
    return nameless
        ? locks.entrySet().stream()
            .filter(other -> !other.getKey().equals(key) && isOf(other, key))
            .map(Map.Entry::getKey)
            .findFirst()
        : Optional.empty();
  }

  private static boolean isOf(Map.Entry<LockKey, LockStatistics> other, LockKey nameless) {
    return other.getKey().className().equals(nameless.className())
        && other.getKey().family() == nameless.family()
        && other.getValue().waitSites().keySet().stream()
            .anyMatch(site -> site.method().equals(nameless.name()));
  }
}
