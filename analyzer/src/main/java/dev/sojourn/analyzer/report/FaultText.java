package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.event.Damage;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What is missing of an input, in words. */
final class FaultText {
  private FaultText() {}

  static List<String> of(Set<Damage> damages) {
    return damages.stream()
        .sorted(Comparator.comparingLong(Damage::offsetBytes).thenComparing(Damage::toString))
        .map(FaultText::words)
        .toList();
  }

  /** Reason, place and loss, such as {@code unfinished chunk at byte 1234; 56 B were left out}. */
  static String words(Damage damage) {
    StringBuilder words = new StringBuilder(damage.reason());
    if (damage.hasPlace()) {
      words.append(" at byte ").append(damage.offsetBytes());
    }
    if (damage.chunkIndex() >= 0) {
      words.append(" (chunk ").append(damage.chunkIndex() + 1).append(')');
    }
    if (damage.lostBytes() > 0) {
      words.append("; ").append(Quantity.bytes(damage.lostBytes())).append(" were left out");
    }
    if (damage.missingNanos() > 0) {
      words.append("; ").append(Quantity.nanos(damage.missingNanos())).append(" are missing");
    }
    return words.toString();
  }
}
