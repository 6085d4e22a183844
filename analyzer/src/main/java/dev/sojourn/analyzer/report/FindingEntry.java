package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.finding.Finding;
import java.util.List;

/**
 * A finding and the words for it.
 *
 * @param finding the finding
 * @param title one sentence that names cause and victims
 * @param advice what to do about it
 * @param caveats what biases it, a sentence each
 */
public record FindingEntry(Finding finding, String title, String advice, List<String> caveats) {

  public FindingEntry {
    caveats = List.copyOf(caveats);
  }
}
