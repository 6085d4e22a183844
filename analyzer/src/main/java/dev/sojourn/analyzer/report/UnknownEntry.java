package dev.sojourn.analyzer.report;

import java.util.List;

/**
 * Kinds of findings of which nothing can be told for one and the same reason.
 *
 * @param kinds their names, such as {@code lock-contention}
 * @param why what is lacking, in words that end no sentence
 */
public record UnknownEntry(List<String> kinds, String why) {
  public UnknownEntry {
    kinds = List.copyOf(kinds);
  }
}
