package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.ComponentTimes;
import dev.sojourn.analyzer.summary.ThreadGroup;
import dev.sojourn.analyzer.summary.ThreadGroups;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The entries of groups of threads. */
final class ThreadGroupEntries {
  private ThreadGroupEntries() {}

  static List<ThreadGroupEntry> of(ThreadGroups groups) {
    return groups.byName().entrySet().stream()
        .map(ThreadGroupEntries::entry)
        .filter(entry -> entry.nanos() > 0 || entry.samples() > 0)
        .sorted(
            Comparator.comparingLong(ThreadGroupEntry::nanos)
                .reversed()
                .thenComparing(ThreadGroupEntry::threads))
        .toList();
  }

  private static ThreadGroupEntry entry(Map.Entry<String, ThreadGroup> group) {
    ComponentTimes times = group.getValue().components().total(ComponentTimes.EMPTY);
    return new ThreadGroupEntry(
        group.getKey(),
        times.totalNanos(),
        group.getValue().samples(),
        ComponentShares.of(times, times));
  }
}
