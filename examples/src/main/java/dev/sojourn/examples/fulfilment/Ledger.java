package dev.sojourn.examples.fulfilment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was accepted and how it ended. Thread-safe; exact once the service is closed. */
final class Ledger {
  private final Map<Work, LongAdder> accepted = new EnumMap<>(Work.class);
  private final Map<Work, Map<Outcome, LongAdder>> ended = new EnumMap<>(Work.class);

  Ledger() {
    for (Work work : Work.values()) {
      accepted.put(work, new LongAdder());
      Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
      Arrays.stream(Outcome.values()).forEach(outcome -> outcomes.put(outcome, new LongAdder()));
      ended.put(work, outcomes);
    }
  }

  void accepted(Work work) {
    accepted.get(work).increment();
  }

  void ended(Work work, Outcome outcome) {
    ended.get(work).get(outcome).increment();
  }

  long acceptedCount(Work work) {
    return accepted.get(work).sum();
  }

  long endedCount(Work work, Outcome outcome) {
    return ended.get(work).get(outcome).sum();
  }

  long endedCount(Work work) {
    return ended.get(work).values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** One line for each kind of work. */
  String table() {
    StringBuilder table = new StringBuilder();
    for (Work work : Work.values()) {
      table.append(work).append(": ").append(acceptedCount(work)).append(" accepted");
      ended.get(work).forEach((outcome, count) -> append(table, outcome, count.sum()));
      table.append(System.lineSeparator());
    }
    return table.toString();
  }

  private static void append(StringBuilder table, Outcome outcome, long count) {
    if (count > 0) {
      table.append(", ").append(count).append(' ').append(outcome.name().toLowerCase(Locale.ROOT));
    }
  }
}
