package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.Blame;
import dev.sojourn.analyzer.summary.Holder;
import dev.sojourn.analyzer.summary.LockCounts;
import dev.sojourn.analyzer.summary.LockKey;
import dev.sojourn.analyzer.summary.LockStatistics;
import dev.sojourn.analyzer.summary.Locks;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The entries of locks: those that block; conditions and latches wait for events, not for owners.
 */
final class LockEntries {
  private static final Set<LockKey.Family> BLOCKING =
      Set.of(LockKey.Family.LOCK, LockKey.Family.MONITOR, LockKey.Family.SEMAPHORE);

  private LockEntries() {}

  static List<LockEntry> of(Locks locks) {
    return locks.byKey().entrySet().stream()
        .filter(lock -> BLOCKING.contains(lock.getKey().family()))
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

  private static List<HolderEntry> holders(LockStatistics lock) {
    long blamed = lock.holders().values().stream().mapToLong(Blame::blockedNanos).sum();
    double whole = Math.max(1, blamed + lock.unattributedNanos());
    List<HolderEntry> entries = new ArrayList<>();
    lock.holders().forEach((holder, blame) -> entries.add(entry(holder, blame, whole)));
    if (lock.unattributedNanos() > 0) {
      long nanos = lock.unattributedNanos();
      entries.add(new HolderEntry("", -1, "", "", nanos, nanos / whole));
    }
    entries.sort(
        Comparator.comparingLong(HolderEntry::blockedNanos)
            .reversed()
            .thenComparing(HolderEntry::toString));
    return entries;
  }

  private static HolderEntry entry(Holder holder, Blame blame, double whole) {
    String job = holder.actor().job() ? holder.actor().name() : "";
    long nanos = blame.blockedNanos();
    return new HolderEntry(
        holder.method(), holder.line(), job, holder.thread(), nanos, nanos / whole);
  }
}
