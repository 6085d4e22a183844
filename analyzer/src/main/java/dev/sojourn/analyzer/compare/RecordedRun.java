package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.Summary;
import dev.sojourn.analyzer.verdict.Run;

/**
 * One run that was recorded.
 *
 * @param summary all that is known of it
 * @param run its numbers
 */
public record RecordedRun(Summary summary, Run run) {
  /** The run that a summary tells of. */
  public static RecordedRun of(String name, Summary summary) {
    Summary settled = summary.settled();
    return new RecordedRun(settled, new SummaryMetrics(settled).run(name));
  }
}
