package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.event.Damage;
import dev.sojourn.analyzer.summary.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is missing of an input, in words. */
final class DamageCaveats {
  private DamageCaveats() {}

  static List<String> of(Source source) {
    List<String> caveats = new ArrayList<>();
    source.damages().stream()
        .sorted(Comparator.comparingLong(Damage::offsetBytes).thenComparing(Damage::toString))
        .map(DamageCaveats::words)
        .forEach(caveats::add);
    if (source.lostBytes() > 0) {
      caveats.add("JFR lost " + Quantity.bytes(source.lostBytes()) + " of events.");
    }
    return caveats;
  }

  /** Place, reason and loss, such as {@code At byte 1234: unfinished chunk; 56 B were left out.} */
  static String words(Damage damage) {
    StringBuilder words = new StringBuilder("At byte ").append(damage.offsetBytes());
    if (damage.chunkIndex() >= 0) {
      words.append(" (chunk ").append(damage.chunkIndex() + 1).append(')');
    }
    words.append(": ").append(damage.reason());
    if (damage.lostBytes() > 0) {
      words.append("; ").append(Quantity.bytes(damage.lostBytes())).append(" were left out");
    }
    if (damage.missingNanos() > 0) {
      words
          .append("; ")
          .append(Quantity.nanos(damage.missingNanos()))
          .append(" of the run are missing");
    }
    return words.append('.').toString();
  }
}
