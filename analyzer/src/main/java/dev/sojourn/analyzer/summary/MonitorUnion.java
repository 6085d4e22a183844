package dev.sojourn.analyzer.summary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a monitor that the JVM told of, and that the agent followed from some time on, for one
 * lock: the JVM knows it by the class of its object, the agent by its field. They are one if all
 * methods that waited for the former are among those that waited for the latter, and for no other
 * of that class.
 */
final class MonitorUnion {
  private final Map<LockKey, LockStatistics> byKey;

  private MonitorUnion(Locks locks) {
    byKey = new HashMap<>(locks.byKey());
  }

  static Locks of(Locks locks) {
    MonitorUnion union = new MonitorUnion(locks);
    locks.byKey().keySet().stream().filter(union::isOfJvm).forEach(union::unite);
    return new Locks(Sums.sorted(union.byKey));
  }

  private boolean isOfJvm(LockKey key) {
    return key.family() == LockKey.Family.MONITOR
        && key.name().equals(key.className())
        && byKey.get(key).counted().total().acquires() == 0;
  }

  private boolean isFollowed(LockKey key) {
    return key.family() == LockKey.Family.MONITOR
        && byKey.get(key).counted().total().acquires() > 0;
  }

  private void unite(LockKey ofJvm) {
    Set<String> methods = methods(ofJvm);
    List<LockKey> sharing =
        byKey.keySet().stream()
            .filter(key -> isFollowed(key) && key.className().equals(ofJvm.className()))
            .filter(key -> !disjoint(methods(key), methods))
            .toList();
    if (sharing.size() == 1 && methods(sharing.get(0)).containsAll(methods)) {
      LockStatistics before = byKey.remove(ofJvm);
      byKey.merge(sharing.get(0), before.withAllCounted(), LockStatistics::plus);
    }
  }

  private Set<String> methods(LockKey key) {
    return byKey.get(key).waitSites().keySet().stream()
        .map(Site::method)
        .collect(Collectors.toSet());
  }

  private static boolean disjoint(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return common.isEmpty();
  }
}
