package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.LockCounts;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockOwner;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.Locks;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The entries of locks: those that block; conditions, latches and the like wait for events. */
final class LockEntries {
  private LockEntries() {}

  static List<LockEntry> of(Locks locks) {
    return locks.byKey().entrySet().stream()
        .filter(lock -> lock.getKey().family().blocks())
        .map(lock -> entry(lock.getKey(), lock.getValue()))
        .filter(entry -> entry.acquires() > 0)
        .sorted(
            Comparator.comparingLong(LockEntry::blockedNanos)
                .reversed()
                .thenComparing(LockEntry::lock)
                .thenComparing(LockEntry::className)
                .thenComparing(LockEntry::mode))
        .toList();
  }

  private static LockEntry entry(LockKey key, LockStatistics lock) {
    LockCounts counts = lock.account().total();
    String name = key.name().equals(key.className()) ? "" : key.name();
    return new LockEntry(
        name.isEmpty() ? key.className() : name,
        name,
        key.className(),
        mode(key, lock),
        counts.acquires(),
        counts.blockedNanos(),
        counts.maxBlockedNanos(),
        holders(lock));
  }

  /** The mode in which most time was blocked. */
  private static String mode(LockKey key, LockStatistics lock) {
    Comparator<Map.Entry<String, TimeTotal>> most =
        Comparator.comparingLong(mode -> -mode.getValue().totalNanos());
    return lock.modes().entrySet().stream()
        .min(most.thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(key.family().name().toLowerCase(Locale.ROOT));
  }

  /** One entry for each method and job, whatever the number of threads. */
  private static List<HolderEntry> holders(LockStatistics lock) {
    long blamed = lock.holders().values().stream().mapToLong(Blame::blockedNanos).sum();
    double whole = Math.max(1, blamed + lock.unattributedNanos());
    Map<Place, TreeMap<String, Long>> threadsByPlace = new HashMap<>();
    lock.holders()
        .forEach(
            (holder, blame) ->
                threadsByPlace
                    .computeIfAbsent(Place.of(holder), place -> new TreeMap<>())
                    .merge(holder.thread(), blame.blockedNanos(), Long::sum));
    threadsByPlace
        .computeIfAbsent(Place.UNKNOWN, place -> new TreeMap<>())
        .merge("", lock.unattributedNanos(), Long::sum);
    List<HolderEntry> entries = new ArrayList<>();
    threadsByPlace.forEach((place, threads) -> entries.add(place.entry(threads, whole)));
    entries.removeIf(entry -> entry.blockedNanos() == 0);
    entries.sort(
        Comparator.comparingLong(HolderEntry::blockedNanos)
            .reversed()
            .thenComparing(HolderEntry::toString));
    return entries;
  }

  /** Where, and in which job, a lock was held. */
  private record Place(String method, int line, String job) {
    static final Place UNKNOWN = new Place("", -1, "");

    static Place of(LockOwner holder) {
      String job = holder.actor().job() ? holder.actor().name() : "";
      return new Place(holder.method(), holder.line(), job);
    }

    HolderEntry entry(SortedMap<String, Long> threads, double whole) {
      long nanos = threads.values().stream().mapToLong(Long::longValue).sum();
      return new HolderEntry(method, line, job, thread(threads), nanos, nanos / whole);
    }

    private static String thread(SortedMap<String, Long> threads) {
      if (threads.size() == 1) {
        return threads.firstKey();
      }
      List<String> groups =
          threads.keySet().stream().map(name -> Actor.threads(name).name()).distinct().toList();
      return groups.size() == 1 ? groups.get(0) : "";
    }
  }
}
