package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.ThreadDump;
import java.util.Map;
import java.util.TreeMap;

/** Collects the deadlocks that thread dumps tell of. */
final class DeadlocksBuilder {
  private final Map<Deadlock, Long> sinceEpochNanos = new TreeMap<>();
  private final SiteTable sites = new SiteTable();
  private long dumps;

  void accept(ThreadDump dump) {
    dumps++;
    for (Deadlock deadlock : DeadlockText.parse(dump.text(), sites)) {
      sinceEpochNanos.merge(deadlock, dump.startEpochNanos(), Math::min);
    }
  }

  Deadlocks build() {
    return new Deadlocks(Sums.sorted(sinceEpochNanos), dumps);
  }
}
