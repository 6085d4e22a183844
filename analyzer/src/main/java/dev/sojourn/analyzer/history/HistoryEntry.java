package dev.sojourn.analyzer.history;

import dev.sojourn.analyzer.verdict.Run;
import java.time.Instant;
import java.util.Comparator;

/**
 * A run that a history keeps.
 *
 * @param commit what was built, such as a hash; never empty
 * @param time of the commit, which orders the history
 * @param run its numbers
 */
public record HistoryEntry(String commit, Instant time, Run run) {
  static final Comparator<HistoryEntry> ORDER =
      Comparator.comparing(HistoryEntry::time)
          .thenComparing(HistoryEntry::commit)
          .thenComparing(entry -> entry.run().name());
}
